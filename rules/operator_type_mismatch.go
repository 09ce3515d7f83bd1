package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// OperatorTypeMismatch reports operators that do not fit the type of their
// key.
var OperatorTypeMismatch = &Rule{
	Name: "operator-type-mismatch",
	Kind: Warning,
	Doc: `the operator does not fit the type of the key

Each condition key has a type, and an operator for it: IpAddress for addresses,
Bool for true and false, numeric and date operators for numbers and dates. Another
operator compares text, or cannot read the key's value at all and never matches.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {«"StringEquals"»: {"aws:SourceIp": ["203.0.113.0/24"]}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}}}
  ]
}
`,
	Run: operatorTypeMismatch,
}

func operatorTypeMismatch(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for i := range s.Condition.Entries {
			e := &s.Condition.Entries[i]
			if !e.Operator.Known() || !e.Variable.Known() {
				continue
			}
			key := pass.conditionKey(e.Variable.Text())
			op := access.ParseOperator(e.Operator.Text())
			if key.class != documentedKey || op.Family == access.NoOperator || op.Family == access.NullOperator {
				continue
			}
			if kind := misfitOf(op, key.ConditionKey, e.List); kind != 0 {
				pass.Reportf(s, e.Operator, "%s does not fit %s, which is of type %s", e.Operator.Text(), e.Variable.Text(), key.ValueType()).
					As(kind, 0).Subject = e.Variable.Text()
			}
		}
	}
}

// misfitOf says how bad it is that an operator compares a key; 0 is not at all.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators".
func misfitOf(op access.Operator, key *catalog.ConditionKey, l policy.List) Kind {
	isText := op.Family == access.StringOperator
	switch key.ValueType() {
	case "String":
		// Tags hold what is put into them, and some keys of this type hold ARNs.
		if isText || op.Family == access.ARNOperator || strings.Contains(strings.ToLower(key.Name), "tag/") {
			return 0
		}
		if op.Family == access.BoolOperator && (mentions(l, "true") || mentions(l, "false")) {
			return Suggestion
		}
	case "ARN":
		if isText || op.Family == access.ARNOperator {
			return 0 // string-operator-on-arn-key
		}
		return Error
	case "Bool":
		if op.Family == access.BoolOperator {
			return 0
		}
		if isText {
			return Suggestion
		}
	case "Numeric":
		if op.Family == access.NumericOperator || op.Family == access.DateOperator && strings.EqualFold(key.Name, "aws:EpochTime") {
			return 0
		}
	case "Date":
		if op.Family == access.DateOperator || op.Family == access.NumericOperator && strings.EqualFold(key.Name, "aws:EpochTime") {
			return 0
		}
	case "IPAddress":
		if op.Family == access.AddressOperator {
			return 0
		}
		if !op.Negated && !op.Glob && hasRange(l) {
			return Error // no address is equal to the text of a range
		}
	case "Binary":
		if op.Family == access.BinaryOperator {
			return 0
		}
	default:
		return 0
	}
	return Warning
}

// hasRange says whether all values are ranges of several addresses.
func hasRange(l policy.List) bool {
	for _, v := range l.Values {
		r, ok := readRange(v.Text())
		if !v.Known() || !ok || r.IsSingleIP() {
			return false
		}
	}
	return len(l.Values) > 0 && !l.Open()
}
