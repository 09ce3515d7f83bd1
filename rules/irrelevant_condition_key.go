package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// IrrelevantConditionKey reports keys that say nothing in a resource policy.
var IrrelevantConditionKey = &Rule{
	Name:     "irrelevant-condition-key",
	Kind:     Suggestion,
	Policies: policy.Resource,
	Doc: `the key says nothing in the policy of a resource

In the policy of one resource, the account and organization of the resource are
always the same: a comparison with a literal always holds, or never does. To say
whose callers are meant use aws:PrincipalAccount, aws:PrincipalOrgID or, for
services, aws:SourceAccount.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {«"aws:ResourceAccount"»: "111122223333"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333"}}}
  ]
}
`,
	Run: irrelevantConditionKey,
}

func irrelevantConditionKey(pass *Pass) {
	for e := range pass.conditionEntries() {
		switch e.key {
		case "aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths", "s3:resourceaccount":
		default:
			continue
		}
		if e.op.Family == access.StringOperator && !comparesVariables(pass.Policy, *e.Condition) {
			pass.Reportf(e.statement, e.Variable, "%s says nothing in a resource policy", e.Variable.Text()).Subject = e.Variable.Text()
		}
	}
}
