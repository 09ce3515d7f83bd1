package access

import "strings"

// An OperatorFamily is what a condition operator compares.
type OperatorFamily uint8

// The families. NoOperator is the name of none.
const (
	NoOperator OperatorFamily = iota
	StringOperator
	NumericOperator
	DateOperator
	BoolOperator
	BinaryOperator
	AddressOperator
	ARNOperator
	NullOperator
)

// A relation is how a value of a request must stand to one of the policy.
type relation uint8

const (
	equals relation = iota
	less
	lessOrEqual
	greater
	greaterOrEqual
)

// An Operator is a condition operator taken apart.
type Operator struct {
	Name      string // in lower case, without set prefix and IfExists: "stringlike"
	Family    OperatorFamily
	AllValues bool // has the prefix ForAllValues:
	AnyValue  bool // has the prefix ForAnyValue:
	IfExists  bool // has the suffix IfExists
	Negated   bool
	Glob      bool // * and ? in values are wildcards

	relation   relation
	ignoreCase bool
}

// HasSet says whether the operator has one of the prefixes for keys with several
// values.
func (o Operator) HasSet() bool { return o.AllValues || o.AnyValue }

// PassesAbsent says whether prefix or suffix make the operator hold for requests
// that do not have the key. One that is negated does so anyway.
func (o Operator) PassesAbsent() bool { return o.AllValues || o.IfExists && !o.AnyValue }

// ParseOperator takes an operator apart. Case does not count. An operator that
// does not exist is of no family. NullIfExists, which AWS refuses, is parsed all
// the same.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators"
// and "Multivalued context keys".
func ParseOperator(text string) Operator {
	var o Operator
	name := strings.ToLower(text)
	name, o.AllValues = strings.CutPrefix(name, "forallvalues:")
	if !o.AllValues {
		name, o.AnyValue = strings.CutPrefix(name, "foranyvalue:")
	}
	name, o.IfExists = strings.CutSuffix(name, "ifexists")
	o.Name = name
	if name == "notipaddress" {
		o.Family, o.Negated = AddressOperator, true
		return o
	}
	for _, f := range operatorFamilies {
		if rest, ok := strings.CutPrefix(name, f.prefix); ok && o.is(f.family, rest) {
			return o
		}
	}
	return Operator{}
}

var operatorFamilies = []struct {
	prefix string
	family OperatorFamily
}{
	{"string", StringOperator}, {"numeric", NumericOperator}, {"date", DateOperator}, {"bool", BoolOperator},
	{"binary", BinaryOperator}, {"ipaddress", AddressOperator}, {"arn", ARNOperator},
	{"null", NullOperator},
}

// is fills in what the rest of an operator's name says, and returns whether the
// family has such an operator.
func (o *Operator) is(family OperatorFamily, rest string) bool {
	o.Family = family
	switch family {
	case BoolOperator, NullOperator, AddressOperator:
		return rest == ""
	case BinaryOperator:
		return rest == "equals"
	}
	rest, o.Negated = strings.CutPrefix(rest, "not")
	switch {
	case rest == "equals":
		o.Glob = family == ARNOperator
		return true
	case rest == "like" && (family == StringOperator || family == ARNOperator):
		o.Glob = true
		return true
	case rest == "equalsignorecase" && family == StringOperator:
		o.ignoreCase = true
		return true
	case o.Negated || family == StringOperator || family == ARNOperator:
		return false
	}
	relation, ok := relations[rest]
	o.relation = relation
	return ok
}

var relations = map[string]relation{
	"lessthan": less, "lessthanequals": lessOrEqual, "greaterthan": greater, "greaterthanequals": greaterOrEqual,
}

// OperatorNames are the operators as AWS writes them, without set prefix and
// IfExists.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators".
func OperatorNames() []string {
	return []string{
		"StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike",
		"NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals",
		"DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals",
		"Bool",
		"BinaryEquals",
		"IpAddress", "NotIpAddress",
		"ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike",
		"Null",
	}
}
