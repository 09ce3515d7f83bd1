package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// ConditionNeverTrue reports entries that hold for no request.
var ConditionNeverTrue = &Rule{
	Name: "condition-never-true",
	Kind: Error,
	Doc: `an entry of the Condition holds for no request

Every request has the key, and no value of it passes: the statement never applies.
An Allow grants nothing, and a Deny protects nothing.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringNotLike": {"aws:PrincipalAccount": «"*"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringNotLike": {"aws:PrincipalAccount": "111122223333"}}}
  ]
}
`,
	Run: conditionNeverTrue,
}

func conditionNeverTrue(pass *Pass) {
	for e := range pass.conditionEntries() {
		v, ok := neverMet(e)
		if !ok {
			continue
		}
		f := pass.Reportf(e.statement, v, "%s %s %q is never true: the statement is dead", e.Operator.Text(), e.Variable.Text(), v.String())
		f.Subject = e.Variable.Text()
	}
}

// typesOfPrincipal are what aws:PrincipalType can be.
//
// Source: AWS IAM User Guide, "AWS global condition context keys".
var typesOfPrincipal = []string{"Account", "User", "FederatedUser", "AssumedRole", "Anonymous"}

// neverMet returns a value that makes the entry hold for no request.
func neverMet(e conditionEntry) (policy.Value, bool) {
	if e.op.hasSet() || e.op.family != stringOperator || len(e.Values) == 0 {
		return policy.Value{}, false
	}
	for _, v := range e.Values {
		if e.op.negated && e.op.glob && v.AllWildcard() && neverMissing[e.key] {
			return v, true
		}
	}
	if e.op.negated || e.op.ifExists || e.Open() || e.key != "aws:principaltype" {
		return policy.Value{}, false
	}
	for _, v := range e.Values {
		text, known := v.Literal()
		if !known || v.HasWildcard() || strings.Contains(text, "${") || slices.ContainsFunc(typesOfPrincipal, func(t string) bool { return strings.EqualFold(t, text) }) {
			return policy.Value{}, false
		}
	}
	return e.Values[0], true
}
