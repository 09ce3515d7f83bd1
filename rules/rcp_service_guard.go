package rules

import "github.com/iamlint/iamlint/policy"

// RCPServiceGuard reports conditions of resource control policies that also hit
// callers of another kind.
var RCPServiceGuard = &Rule{
	Name:     "rcp-service-guard",
	Kind:     Warning,
	Policies: policy.RCP,
	Doc: `the condition also hits callers of another kind

AWS services that call by themselves, to deliver logs or to assume a role, are in
no organization and have no tags: a Deny for all who are not yours blocks them
unless aws:PrincipalIsAWSService is demanded to be false. The keys that tell on
whose behalf a service calls, such as aws:SourceOrgID, are missing where your own
people call: there demand that it is true. Some services do not send these keys
at all; demand by Null that aws:SourceAccount is there.`,
	Format: "main.tf",
	Bad: `resource "aws_organizations_policy" "ours" {
  name = "ours"
  type = "RESOURCE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "*"
      Condition = { StringNotEqualsIfExists = { «"aws:PrincipalOrgID"» = "o-a1b2c3d4e5" } }
    }]
  })
}
`,
	Good: `resource "aws_organizations_policy" "ours" {
  name = "ours"
  type = "RESOURCE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "*"
      Condition = {
        BoolIfExists            = { "aws:PrincipalIsAWSService" = "false" }
        StringNotEqualsIfExists = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" }
      }
    }]
  })
}
`,
	Run: rcpServiceGuard,
}

func rcpServiceGuard(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Deny || s.Open() || len(s.Condition.Rest) > 0 {
			continue
		}
		c, ok := rcpConditionsOf(s)
		switch {
		case !ok:
		case c.principal != nil && c.source == nil:
			if !c.services && !c.others && (isPerimeterKey(c.principal) || mayBeServiceCall(s)) && !onlyFederated(s) {
				f := pass.reportRcpKey(s, c.principal, "%s also blocks AWS services; demand that aws:PrincipalIsAWSService is false")
				pass.addGuard(f, s, "BoolIfExists", "false")
			}
		case c.source != nil && c.principal == nil && !c.services:
			format := "%s also blocks your own principals; demand that aws:PrincipalIsAWSService is true"
			if c.present {
				format = "%s is for AWS services; demand that aws:PrincipalIsAWSService is true"
			}
			f := pass.reportRcpKey(s, c.source, format)
			if c.present {
				f.As(Suggestion, 0) // who calls without a source key is spared as it is
			}
			pass.addGuard(f, s, "Bool", "true")
		case c.source != nil && !c.others && !c.present && !c.absent:
			pass.reportRcpKey(s, c.source, "%s is absent in some integrations; demand by Null that aws:SourceAccount is there")
		}
	}
}
