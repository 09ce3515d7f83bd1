package rules

import "github.com/iamlint/iamlint/policy"

// ResourceTypeMismatch reports actions that can act on none of the resources of
// their statement.
var ResourceTypeMismatch = &Rule{
	Name: "resource-type-mismatch",
	Kind: Error,
	Policies: policy.Identity | policy.PermissionSet | policy.SCP | policy.RCP | policy.Boundary | policy.Session |
		policy.VPCEndpoint,
	Doc: `an action never applies to the resources of its statement

An action acts on certain types of resources. Where a statement lists none of a
type that the action takes, the action is in vain: an Allow does not grant it, a
Deny does not prevent it. Add the ARN of such a resource, or give the action a
statement of its own. Where other actions of the statement do work, it is a
warning; so it is of services whose resources AWS's data does not tell completely.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": «"dynamodb:GetItem"»,
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "dynamodb:GetItem",
    "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
  }
}
`,
	Run: resourceTypeMismatch,
}

func resourceTypeMismatch(pass *Pass) {
	for i := range pass.statementFits() {
		m := &pass.statementFits()[i]
		if m.statement.Effect == policy.Deny && !m.dead {
			continue
		}
		if buckets := m.bucketMisses(); !S3BucketObjectMismatch.AppliesTo(pass.Policy.Kind) {
			for _, b := range buckets {
				pass.reportMismatch(m, b.misfits, b.inWords()).Fix(b.fix(pass, m))
			}
		}
		for _, g := range m.mismatches() {
			pass.reportMismatch(m, g.misfits, g.inWords(m))
		}
	}
}

func (p *Pass) reportMismatch(m *statementFit, misfits []misfit, message string) *Finding {
	f := p.Reportf(m.statement, misfits[0].value, "%s", message)
	f.Subject = misfitsInWords(misfits)
	if !m.dead || !wellDocumented[misfits[0].service().Prefix()] {
		f.As(Warning, 0)
	}
	return f
}
