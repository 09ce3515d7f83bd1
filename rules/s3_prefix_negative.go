package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// S3PrefixNegative reports Denies of prefixes that a shorter one gets around.
var S3PrefixNegative = &Rule{
	Name: "s3-prefix-negative",
	Kind: Security, Severity: Medium,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource,
	Doc: `a shorter prefix gets around the condition on s3:prefix

s3:prefix is what the caller asks for: who lists the bucket with a shorter prefix,
or none, sees the same names, and a condition that forbids some prefixes does not
hold. Allow the prefixes that may be listed instead.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Deny", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example", "Condition": {"StringLike": {«"s3:prefix"»: "secret/*"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example", "Condition": {"StringLike": {"s3:prefix": "home/*"}}}
  ]
}
`,
	Run: s3PrefixNegative,
}

func s3PrefixNegative(pass *Pass) {
	for e := range pass.comparisons() {
		if e.name != "s3:prefix" || e.op.Family != access.StringOperator || e.statement.Effect == policy.NoEffect ||
			(e.statement.Effect == policy.Deny) == e.op.Negated {
			continue
		}
		for _, v := range e.Values {
			if v.Is("") || e.op.Glob && v.AllWildcard() {
				continue // nothing is shorter
			}
			f := pass.Reportf(e.statement, e.Variable, "%s %s s3:prefix %q is bypassed by a shorter prefix",
				e.statement.Effect, e.Operator.Text(), v.String())
			f.Subject = v.String()
			break
		}
	}
}
