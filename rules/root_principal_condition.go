package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// RootPrincipalCondition reports Allows that only the root user can use.
var RootPrincipalCondition = &Rule{
	Name: "root-principal-condition",
	Kind: Security, Severity: Medium,
	Policies: policy.Resource | policy.SCP | policy.Trust,
	Doc: `the Allow is meant for the root user

In the conditions aws:PrincipalArn, aws:PrincipalType and aws:userid the root of
an account is its root user and not, as in a Principal element, everybody in the
account. An Allow that requires the root user plans for daily work with it,
which AWS advises against, or grants nothing to those it was meant for. Name the
roles that need the access.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "111122223333"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example-audit/*",
    "Condition": {"ArnEquals": {"aws:PrincipalArn": «"arn:aws:iam::111122223333:root"»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "111122223333"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example-audit/*",
    "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/auditor"}}
  }
}
`,
	Run: rootPrincipalCondition,
}

func rootPrincipalCondition(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Allow {
			continue
		}
		for _, e := range s.Condition.Entries {
			if requiresRoot(e) {
				pass.Reportf(s, e.Values[0], "meant for the root user: %s is %s", e.Variable, e.Values[0])
			}
		}
	}
}

// requiresRoot says whether only the root user of an account can meet the
// entry.
func requiresRoot(e policy.Condition) bool {
	op := access.ParseOperator(e.Operator.Text())
	if !e.Operator.Known() || op.Negated || op.PassesAbsent() || op.Name == "null" || len(e.Values) == 0 || e.Open() {
		return false
	}
	switch strings.ToLower(e.Variable.Text()) {
	case "aws:principalarn":
		return e.Variable.Known() && allRoot(e.List)
	case "aws:principaltype":
		return e.Variable.Known() && len(e.Values) == 1 && e.Values[0].Is("Account")
	case "aws:userid":
		return e.Variable.Known() && len(e.Values) == 1 && isAccount(e.Values[0])
	}
	return false
}
