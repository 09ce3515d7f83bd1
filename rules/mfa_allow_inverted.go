package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// MFAAllowInverted reports Allows that seem to demand MFA and do not.
var MFAAllowInverted = &Rule{
	Name: "mfa-allow-inverted",
	Kind: Security, Severity: High,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource | policy.Trust,
	Doc: `the Allow does not demand MFA

Only Bool with true demands MFA in an Allow. BoolIfExists also passes long-term
access keys, false demands that there is none, and Null with false only that the
session could have used it.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {«"BoolIfExists"»: {"aws:MultiFactorAuthPresent": "true"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}
  ]
}
`,
	Run: mfaAllowInverted,
}

func mfaAllowInverted(pass *Pass) {
	for e := range pass.comparisons() {
		if e.name != mfaKey || e.statement.Effect != policy.Allow || e.op.HasSet() || onlyManagesMFA(e.statement) {
			continue
		}
		inverted := e.op.Family == access.BoolOperator && saysOnly(e.List, "false")
		lax := e.op.Family == access.BoolOperator && e.op.IfExists && saysOnly(e.List, "true") && !demandsMFA(e.statement)
		present := e.op.Family == access.NullOperator && saysOnly(e.List, "false") && !demandsMFA(e.statement)
		if !inverted && !lax && !present {
			continue
		}
		f := pass.Reportf(e.statement, e.Operator, "%s %s %s does not require MFA", e.Operator.Text(), e.Variable.Text(), e.Values[0].Text())
		if lax {
			edits, ok := pass.writeOperator(e, "Bool")
			f.Fix("write Bool", edits, ok)
		}
	}
}

// onlyManagesMFA says whether the statement is about one's own password and
// devices, which those without MFA need.
func onlyManagesMFA(s *policy.Statement) bool {
	list, not := s.Actions()
	if not || list.Open() {
		return true
	}
	for _, v := range list.Values {
		action := strings.ToLower(v.Text())
		if !strings.Contains(action, "mfa") && !strings.HasPrefix(action, "iam:get") && !strings.HasPrefix(action, "iam:list") &&
			action != "iam:changepassword" && action != "sts:getsessiontoken" {
			return false
		}
	}
	return true
}
