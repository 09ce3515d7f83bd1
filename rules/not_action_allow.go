package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// NotActionAllow reports Allow statements with NotAction.
var NotActionAllow = &Rule{
	Name: "not-action-allow",
	Kind: Security, Severity: High,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource,
	Doc: `an Allow statement has NotAction

It allows everything but what it lists: thousands of actions that nobody thought
of, those of services that AWS is still to launch among them. If iam is not listed
it allows to become administrator. List what is needed in Action; NotAction belongs
into Deny statements.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    «"NotAction"»: ["s3:DeleteBucket", "s3:DeleteObject"],
    "Resource": "*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "*"},
    {"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"}
  ]
}
`,
	Run: notActionAllow,
}

func notActionAllow(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if !allows(s) || !s.NotAction.Present() || !s.NotAction.Known() {
			continue
		}
		g := granted(pass, s)
		if g.actions == 0 {
			continue
		}
		f := pass.Reportf(s, s.NotAction.Key, "%s", g)
		f.As(Security, notActionSeverity(pass.Policy, s, g)).Prove(pass.Analysis(), "*")
	}
}

func notActionSeverity(d *policy.Document, s *policy.Statement, g grant) Severity {
	r := restrictionOf(s)
	severity := High
	_, everywhere := everyResource(s)
	switch {
	case g.actions <= fewActions:
		severity = Low
	case leavesOut(s, "iam:*") && leavesOut(s, "organizations:*") && leavesOut(s, "account:*"):
		severity = Medium
	case everywhere && r == unrestricted && !d.Kind.Is(policy.Resource) && slices.ContainsFunc(g.examples, isIAM):
		severity = Critical
	}
	if r == guarded {
		severity = r.lower(severity)
	}
	return severity
}

func isIAM(action string) bool { return strings.HasPrefix(action, "iam:") }

// leavesOut says whether the statement's NotAction covers the actions.
func leavesOut(s *policy.Statement, actions string) bool {
	p := access.ActionPattern(policy.NewValue(policy.Span{}, actions))
	for _, v := range s.NotAction.Values {
		if p.In(access.ActionPattern(v)) == access.Yes {
			return true
		}
	}
	return false
}
