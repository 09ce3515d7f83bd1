package rules

import "github.com/iamlint/iamlint/policy"

// SCPRegionDenyGlobal reports restrictions to some Regions that forget the
// services without any.
var SCPRegionDenyGlobal = &Rule{
	Name:     "scp-region-deny-global",
	Kind:     Warning,
	Policies: policy.SCP,
	Doc: `the restriction to some Regions also blocks global services

Services such as IAM, Organizations, CloudFront and Route 53 have no Regions:
their requests go to us-east-1, some to us-west-2. A Deny of everything outside of
certain other Regions blocks them. Deny with NotAction instead, and leave out the
global services.`,
	Format: "main.tf",
	Bad: `resource "aws_organizations_policy" "regions" {
  name = "regions"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Action    = "*"
      Resource  = "*"
      Condition = { StringNotEquals = { «"aws:RequestedRegion"» = ["eu-west-1", "eu-central-1"] } }
    }]
  })
}
`,
	Good: `resource "aws_organizations_policy" "regions" {
  name = "regions"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:*", "organizations:*", "cloudfront:*", "route53:*", "support:*"]
      Resource  = "*"
      Condition = { StringNotEquals = { "aws:RequestedRegion" = ["eu-west-1", "eu-central-1"] } }
    }]
  })
}
`,
	Run: scpRegionDenyGlobal,
}

func scpRegionDenyGlobal(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Deny || s.Optional || s.Open() || len(s.Condition.Rest) > 0 {
			continue
		}
		_, actions := everyAction(s)
		_, resources := everyResource(s)
		if e := regionLimit(s); e != nil && actions && resources {
			if blocked := blockedServices(e); len(blocked) > 0 {
				f := pass.Reportf(s, e.Variable, "Region restriction also blocks %s", listed(blocked))
				f.Subject = "Region restriction"
			}
		}
	}
}
