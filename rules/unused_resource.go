package rules

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// UnusedResource reports resources that no action of their statement acts on.
var UnusedResource = &Rule{
	Name:     "unused-resource",
	Kind:     Warning,
	Policies: policy.Identity | policy.PermissionSet,
	Doc: `no action of the statement applies to a resource

A resource of a type that none of the statement's actions takes changes nothing.
Either the actions on it are missing, or it can be removed.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "sqs:SendMessage",
    "Resource": ["arn:aws:sqs:eu-west-1:111122223333:orders", «"arn:aws:sns:eu-west-1:111122223333:orders"»]
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["sqs:SendMessage", "sns:Publish"],
    "Resource": ["arn:aws:sqs:eu-west-1:111122223333:orders", "arn:aws:sns:eu-west-1:111122223333:orders"]
  }
}
`,
	Run: unusedResource,
}

func unusedResource(pass *Pass) {
	for i := range pass.statementFits() {
		m := &pass.statementFits()[i]
		for _, i := range m.unused {
			r := &m.resources[i]
			if m.dead || m.missesOf(r) {
				continue // it is said of the actions that they do not fit
			}
			f := pass.Reportf(m.statement, r.value, "no action here applies to %s", r.value)
			f.Subject = r.value.String()
			edits, ok := pass.Delete(*r.list, r.index)
			f.Fix("remove "+r.value.String(), edits, ok)
		}
	}
}

// missesOf says whether an action of the resource's service is among those that
// act on no resource.
func (m *statementFit) missesOf(r *fitResource) bool {
	return slices.ContainsFunc(m.missed, func(a misfit) bool { return a.service().Prefix() == r.vendor })
}
