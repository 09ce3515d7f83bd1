package rules

import "strings"

// An operatorFamily is what a condition operator compares.
type operatorFamily uint8

const (
	noOperator operatorFamily = iota // there is none of that name
	stringOperator
	numericOperator
	dateOperator
	boolOperator
	binaryOperator
	addressOperator
	arnOperator
	nullOperator
)

// An operator is a condition operator taken apart.
type operator struct {
	name         string // in lower case, without set prefix and IfExists
	family       operatorFamily
	allValues    bool // has the prefix ForAllValues:
	anyValue     bool // has the prefix ForAnyValue:
	ifExists     bool // has the suffix IfExists
	negated      bool
	passesAbsent bool // true if the request does not have the key, whatever the values
	glob         bool // * and ? in values are wildcards
}

// parseOperator takes an operator apart.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators"
// and "Multivalued context keys".
func parseOperator(text string) operator {
	name := strings.ToLower(text)
	name, all := strings.CutPrefix(name, "forallvalues:")
	name, some := strings.CutPrefix(name, "foranyvalue:")
	name, ifExists := strings.CutSuffix(name, "ifexists")
	return operator{
		name:         name,
		family:       operatorFamilies[name],
		allValues:    all,
		anyValue:     some,
		ifExists:     ifExists,
		negated:      strings.Contains(name, "not"),
		passesAbsent: all || ifExists && !some,
		glob:         strings.HasSuffix(name, "like") || strings.HasPrefix(name, "arn"),
	}
}

// hasSet says whether the operator has one of the prefixes for keys with several
// values.
func (o operator) hasSet() bool { return o.allValues || o.anyValue }

// operatorNames are the operators as AWS writes them, without prefix and suffix.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators".
var operatorNames = map[operatorFamily][]string{
	stringOperator: {
		"StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase",
		"StringLike", "StringNotLike",
	},
	numericOperator: {
		"NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals",
		"NumericGreaterThan", "NumericGreaterThanEquals",
	},
	dateOperator: {
		"DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals",
		"DateGreaterThan", "DateGreaterThanEquals",
	},
	boolOperator:    {"Bool"},
	binaryOperator:  {"BinaryEquals"},
	addressOperator: {"IpAddress", "NotIpAddress"},
	arnOperator:     {"ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"},
	nullOperator:    {"Null"},
}

var operatorFamilies = func() map[string]operatorFamily {
	families := map[string]operatorFamily{}
	for family, names := range operatorNames {
		for _, name := range names {
			families[strings.ToLower(name)] = family
		}
	}
	return families
}()
