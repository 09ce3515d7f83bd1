package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// RootAsOnlyException reports Denies that spare nobody but the root user.
var RootAsOnlyException = &Rule{
	Name:     "root-as-only-exception",
	Kind:     Warning,
	Policies: policy.Resource,
	Doc: `the Deny exempts only the root user

In the condition aws:PrincipalArn, the ARN of an account's root is the root user
and not, as in a Principal element, everybody in the account. A Deny whose only
exception it is locks out every user and role of that account too. To exempt the
account, compare aws:PrincipalAccount; to exempt roles, name their ARNs.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example-audit/*",
    "Condition": {"StringNotEquals": {"aws:PrincipalArn": «"arn:aws:iam::111122223333:root"»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example-audit/*",
    "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}
  }
}
`,
	Run: rootAsOnlyException,
}

func rootAsOnlyException(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Deny || s.Open() || len(s.Condition.Rest) > 0 || len(s.Condition.Entries) != 1 {
			continue
		}
		e := s.Condition.Entries[0]
		op := access.ParseOperator(e.Operator.Text())
		if _, everyone := s.Principal.Anyone(); !everyone || !op.Negated || !e.Operator.Known() {
			continue
		}
		if e.Variable.Known() && strings.EqualFold(e.Variable.Text(), "aws:PrincipalArn") && allRoot(e.List) {
			account, _ := rootAccount(e.Values[0])
			pass.Reportf(s, e.Values[0], "exempts only the root user of %s, not the account", account)
		}
	}
}
