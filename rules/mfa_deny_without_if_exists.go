package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// MFADenyWithoutIfExists reports Denies that long-term access keys get around.
var MFADenyWithoutIfExists = &Rule{
	Name: "mfa-deny-without-if-exists",
	Kind: Security, Severity: Medium,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource | policy.SCP | policy.Boundary,
	Doc: `a Deny without MFA does not hold for access keys

A request signed with a long-term access key does not have
aws:MultiFactorAuthPresent at all: a Deny that demands it to be false does not
hold for it. Use BoolIfExists.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {«"Bool"»: {"aws:MultiFactorAuthPresent": "false"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}
  ]
}
`,
	Run: mfaDenyWithoutIfExists,
}

func mfaDenyWithoutIfExists(pass *Pass) {
	for e := range pass.conditionEntries() {
		compares := e.op.family == boolOperator || e.op.name == "stringequals" || e.op.name == "stringlike" || e.op.name == "stringequalsignorecase"
		if e.key != mfaKey || e.statement.Effect != policy.Deny || !compares || e.op.ifExists || e.op.hasSet() ||
			!saysOnly(e.List, "false") || deniesWithoutMFA(pass.Policy, e.statement) {
			continue
		}
		f := pass.Reportf(e.statement, e.Operator, "%s %s false does not hold for long-term access keys: use BoolIfExists", e.Operator, e.Variable)
		edits, ok := pass.Replace(e.Operator, "BoolIfExists")
		f.Fix("use BoolIfExists", edits, ok && aloneUnder(e.statement, e.Condition) && !hasOperator(e.statement, "BoolIfExists"))
	}
}

// mfaKey is, in lower case, the key that says whether MFA was used.
const mfaKey = "aws:multifactorauthpresent"

// deniesWithoutMFA says whether a Deny of the policy is, or may be, about
// requests that do not have the key, for actions of the given one.
func deniesWithoutMFA(d *policy.Document, of *policy.Statement) bool {
	if d.Open() {
		return true
	}
	for _, s := range d.Statements {
		if s.Effect == policy.Allow || !shareActions(s, of) {
			continue
		}
		for _, e := range s.Condition.Entries {
			op := parseOperator(e.Operator.Text())
			without := op.family == nullOperator && mentions(e.List, "true") || op.negated || op.ifExists
			if strings.EqualFold(e.Variable.Text(), mfaKey) && (without || !e.Operator.Known()) {
				return true
			}
		}
	}
	return false
}

// shareActions says whether two statements may be about the same action.
func shareActions(a, b *policy.Statement) bool {
	mine, not := a.Actions()
	yours, neither := b.Actions()
	if not || neither || mine.Open() || yours.Open() {
		return true
	}
	for _, v := range mine.Values {
		pattern := access.ActionPattern(v)
		for _, w := range yours.Values {
			if pattern.Overlaps(access.ActionPattern(w)) != access.No {
				return true
			}
		}
	}
	return false
}
