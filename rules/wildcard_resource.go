package rules

import "github.com/iamlint/iamlint/policy"

// WildcardResource reports statements that allow on every resource what could
// be limited to some.
var WildcardResource = &Rule{
	Name: "wildcard-resource",
	Kind: Security, Severity: Medium,
	Policies: policy.Identity | policy.PermissionSet,
	Doc: `a statement allows changes on every resource

Resource "*" means all buckets, tables, queues and functions, of other teams too.
Where an action takes a resource, give its ARN; tags in a condition do as well. Of
actions that take none, of those that only read, and of what every workload needs
on "*", such as writing logs, the rule does not speak.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["dynamodb:PutItem", "dynamodb:DeleteItem"],
    "Resource": «"*"»
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["dynamodb:PutItem", "dynamodb:DeleteItem"],
    "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders"
  }
}
`,
	Run: wildcardResource,
}

func wildcardResource(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if !allows(s) || !s.Action.Present() {
			continue
		}
		resource, everywhere := everyResource(s)
		if !everywhere {
			continue
		}
		r := restrictionOf(s)
		if r == scoped {
			continue
		}
		l := limitable(pass, s)
		if len(l.written) == 0 {
			continue
		}
		f := pass.Reportf(s, resource, "%s on %q can be limited to ARNs", listed(l.written), resource)
		f.As(Security, r.lower(l.severity)).Prove(pass.Analysis(), l.example.FullName())
	}
}
