package rules

import "github.com/iamlint/iamlint/policy"

// VPCEndpointAllowAll reports endpoint policies that limit nothing.
var VPCEndpointAllowAll = &Rule{
	Name: "vpc-endpoint-allow-all",
	Kind: Security, Severity: Info,
	Policies: policy.VPCEndpoint,
	Off:      true,
	Doc: `the endpoint lets anyone do anything

An endpoint policy grants nothing, but can limit what goes through the endpoint:
to your accounts, your buckets, your organization. This one is what AWS gives an
endpoint without a policy, and limits nothing.`,
	Format: "main.tf",
	Bad: `resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-0a1b2c3d"
  service_name = "com.amazonaws.eu-west-1.s3"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = «{» Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }
  })
}
`,
	Good: `resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-0a1b2c3d"
  service_name = "com.amazonaws.eu-west-1.s3"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = "*"
      Action    = "*"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}
`,
	Run: vpcEndpointAllowAll,
}

func vpcEndpointAllowAll(pass *Pass) {
	d := pass.Policy
	if d.Open() {
		return
	}
	for _, s := range d.Statements {
		if s.Effect == policy.Deny {
			return
		}
	}
	for _, s := range d.Statements {
		_, anyone := s.Principal.Anyone()
		if s.Effect == policy.Allow && anyone && !s.Open() && !s.Condition.Restricts() && hasWildcardValue(s.Action) && hasWildcardValue(s.Resource) {
			pass.Reportf(s, s.Mark(), "the endpoint lets anyone do anything")
		}
	}
}

func hasWildcardValue(l policy.List) bool {
	for _, v := range l.Values {
		if v.AllWildcard() || v.Is("*:*") {
			return true
		}
	}
	return false
}
