package rules

import (
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
	for e := range pass.comparisons() {
		compares := e.op.Family == access.BoolOperator || e.op.Name == "stringequals" || e.op.Name == "stringlike" || e.op.Name == "stringequalsignorecase"
		if e.name != mfaKey || e.statement.Effect != policy.Deny || !compares || e.op.IfExists || e.op.HasSet() ||
			!saysOnly(e.List, "false") || deniesWithoutMFA(pass.Policy, e.statement) {
			continue
		}
		f := pass.Reportf(e.statement, e.Operator, "%s %s false does not hold for long-term access keys: use BoolIfExists", e.Operator, e.Variable)
		edits, ok := pass.writeOperator(e, "BoolIfExists")
		f.Fix("use BoolIfExists", edits, ok)
	}
}
