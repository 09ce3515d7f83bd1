package rules

import "github.com/iamlint/iamlint/policy"

// SensitiveKeyWildcard reports patterns of accounts, organizations and VPCs.
var SensitiveKeyWildcard = &Rule{
	Name: "sensitive-key-wildcard",
	Kind: Security, Severity: High,
	Doc: `a wildcard stands for accounts, organizations or VPCs of others

Ids of accounts, organizations, VPCs and endpoints have no order: whoever else
gets one that fits the pattern gets the access as well. Write the ids in full.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringLike": {"aws:PrincipalOrgID": «"o-*"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}
  ]
}
`,
	Run: sensitiveKeyWildcard,
}

func sensitiveKeyWildcard(pass *Pass) {
	for v := range pass.conditionValues() {
		if v.statement.Effect != policy.Allow || !v.isPattern() || v.op.negated || v.op.family != stringOperator || !v.is(sensitiveKeyList()...) {
			continue
		}
		text := v.value.Text()
		f := pass.Reportf(v.statement, v.value, "wildcard %q on %s lets strangers match", text, v.entry.Variable.Text())
		f.Subject = text
		if !isWild(v.value, "o-") && !isWild(v.value, "vpc-") && !isWild(v.value, "vpce-") {
			f.As(Security, Medium)
		}
	}
}
