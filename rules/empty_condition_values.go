package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// EmptyConditionValues reports keys that are compared with nothing.
var EmptyConditionValues = &Rule{
	Name: "empty-condition-values",
	Kind: Warning,
	Doc: `a condition key is compared with no value

An empty list of values makes the entry hold never, or for the wrong requests: a
positive operator never matches, ForAnyValue neither; a negated operator holds
whatever the value is, and an operator with IfExists or ForAllValues holds when
the request does not have the key. Give it values, or remove the entry.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:SourceVpce": «[]»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:SourceVpce": ["vpce-0a1b2c3d"]}}}
  ]
}
`,
	Run: emptyConditionValues,
}

func emptyConditionValues(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for _, e := range s.Condition.Entries {
			if !e.List.Empty() || !e.Operator.Known() {
				continue
			}
			op := access.ParseOperator(e.Operator.Text())
			if op.Family == access.NoOperator {
				continue
			}
			holds, often := heldByNoValues(op)
			f := pass.Reportf(s, e.List.Span.Or(e.Span), "%s %s has no values: %s", e.Operator.Text(), e.Variable.String(), holds)
			f.Subject = e.Variable.String()
			if often && s.Effect == policy.Allow && pass.Policy.Kind.Is(policy.Resource|policy.Trust) {
				f.As(Security, High)
			}
		}
	}
}

// heldByNoValues tells when an operator holds that compares with no value, and
// whether it ever does.
//
// Source: AWS IAM User Guide, "Multivalued context keys" and "Condition operators".
func heldByNoValues(op access.Operator) (when string, ever bool) {
	switch {
	case op.AnyValue && op.Negated:
		return "it matches when the key has any value", true
	case op.AnyValue:
		return "it never matches", false
	case op.Negated:
		return "it always matches", true
	case op.PassesAbsent():
		return "it matches only when the key is absent", true
	}
	return "it never matches", false
}
