package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// EmptyConditionValues reports entries of a Condition that compare with nothing.
var EmptyConditionValues = &Rule{
	Name: "empty-condition-values",
	Kind: Warning,
	Doc: `a condition has no values to compare with

With an empty list most operators never match, so that the statement has no
effect. With IfExists or ForAllValues the condition is met only where the request
does not have the key; a negated operator has no value to exclude, and is always
met. An Allow with one of these in a resource or trust policy lets in whom the
condition was to keep out. Write the values, or leave the statement out.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "*",
    "Condition": {"StringEquals": {"aws:ResourceAccount": «[]»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "*",
    "Condition": {"StringEquals": {"aws:ResourceAccount": ["111122223333"]}}
  }
}
`,
	Run: emptyConditionValues,
}

func emptyConditionValues(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for i := range s.Condition.Entries {
			e := &s.Condition.Entries[i]
			if !e.Empty() || !e.Operator.Known() {
				continue
			}
			effect, matches := effectOfNoValues(e)
			if effect == "" {
				continue
			}
			f := pass.Reportf(s, e.List.Span.Or(e.Variable.Span), "%s %s has no values: %s", e.Operator.Text(), e.Variable.String(), effect)
			f.Subject = e.Operator.Text() + " " + e.Variable.String()
			if matches && allows(s) && pass.Policy.Kind.Is(policy.Resource|policy.Trust) {
				f.As(Security, High)
			}
		}
	}
}

// effectOfNoValues says what an entry with an empty list does, and whether it
// may match; nothing if there is no such operator.
//
// Sources: AWS IAM User Guide, "Access Analyzer policy check reference", on
// empty arrays; "Multiple context keys or values": values are joined by OR, and
// by NOR where the operator is negated.
func effectOfNoValues(e *policy.Condition) (effect string, matches bool) {
	switch op := access.ParseOperator(e.Operator.Text()); {
	case op.Family == access.NoOperator:
		return "", false
	case op.AnyValue:
		return "never matches", false
	case op.Negated:
		return "always matches", true
	case op.PassesAbsent() && !neverMissing[strings.ToLower(e.Variable.Text())]:
		return "matches only when the key is absent", true
	}
	return "never matches", false
}
