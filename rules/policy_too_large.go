package rules

import "github.com/iamlint/iamlint/policy"

// PolicyTooLarge reports policies that are longer than AWS takes.
var PolicyTooLarge = &Rule{
	Name: "policy-too-large",
	Kind: Error,
	Doc: `the policy is larger than AWS takes

AWS refuses a policy that is too long for what it is attached to. Of identity
and trust policies white space does not count. What can be left out is told by
the rules on redundant actions, resources and statements; a policy can be split,
or patterns can stand for many actions. Where an account can have the quota
raised, it is a warning: say in the configuration what it is, quotas: {trust:
4096}.`,
	Format: "main.tf",
	Bad: `resource "aws_iam_user_policy" "app" {
  user = "app"
  policy = «jsonencode»({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = [for n in range(60) : "arn:aws:s3:::example-data/department-${n}/*"]
    }]
  })
}
`,
	Good: `resource "aws_iam_user_policy" "app" {
  user = "app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::example-data/department-*/*"
    }]
  })
}
`,
	Run: policyTooLarge,
}

func policyTooLarge(pass *Pass) {
	d := pass.Policy
	q, ok := pass.policyQuota()
	switch {
	case d.Kind == policy.Identity && identityPlace(d) == "":
		pass.checkLooseSize(q)
	case ok && !pass.checkSize(q) && d.Kind == policy.SCP && pass.Config.Quotas[d.Kind] == 0:
		pass.checkFormerSize(q)
	}
}

// policyQuota returns the quota for the policy; for an identity policy of which
// it is not known what it is used for, that of a managed one.
func (p *Pass) policyQuota() (quota, bool) {
	where := ""
	switch d := p.Policy; d.Kind {
	case policy.Resource:
		where = p.ownService()
	case policy.Identity:
		if where = identityPlace(d); where == "" {
			where = managedPlace
		}
	}
	return p.quota(p.Policy.Kind, where)
}
