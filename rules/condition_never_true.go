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

Whatever a request has for the key, it does not pass: the statement never applies.
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
	switch {
	case len(e.Values) == 0:
	case e.op.family == nullOperator:
		if neverMissing[e.key] && !e.op.hasSet() && saysOnly(e.List, "true") {
			return e.Values[0], true
		}
	case e.op.negated && e.op.glob && (e.op.anyValue || neverMissing[e.key] && !e.op.hasSet()):
		return everything(e.List)
	case e.key == "aws:multifactorauthage" && e.op.name == "numericlessthan" && !e.op.passesAbsent:
		if len(e.Values) == 1 && e.Values[0].Is("0") {
			return e.Values[0], true
		}
	case e.key == "aws:principaltype" && e.op.family == stringOperator && !e.op.negated && !e.op.ifExists && !e.op.hasSet():
		if !e.Open() && !slices.ContainsFunc(e.Values, mayBePrincipalType) {
			return e.Values[0], true
		}
	}
	return policy.Value{}, false
}

func mayBePrincipalType(v policy.Value) bool {
	text, known := v.Literal()
	return !known || v.HasWildcard() || strings.Contains(text, "${") ||
		slices.ContainsFunc(typesOfPrincipal, func(t string) bool { return strings.EqualFold(t, text) })
}
