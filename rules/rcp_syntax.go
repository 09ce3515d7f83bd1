package rules

import "github.com/iamlint/iamlint/policy"

// RCPSyntax reports what resource control policies do not take.
//
// Source: AWS Organizations User Guide, "RCP syntax".
var RCPSyntax = &Rule{
	Name:     "rcp-syntax",
	Kind:     Error,
	Policies: policy.RCP,
	Doc: `the statement has no place in a resource control policy

A resource control policy denies: Allow is for AWS's own RCPFullAWSAccess only.
Its Principal is "*", and whom it spares stands in the Condition. It has Action,
not NotAction, and names services that support such policies, never "*". AWS
Organizations refuses anything else.`,
	Format: "main.tf",
	Bad: `resource "aws_organizations_policy" "tls" {
  name = "tls"
  type = "RESOURCE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = «"*"»
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:SecureTransport" = "false" } }
    }]
  })
}
`,
	Good: `resource "aws_organizations_policy" "tls" {
  name = "tls"
  type = "RESOURCE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = ["s3:*", "sqs:*"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:SecureTransport" = "false" } }
    }]
  })
}
`,
	Run: rcpSyntax,
}

func rcpSyntax(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect == policy.Allow && !mayBeFullAccess(s) {
			pass.Reportf(s, effectMark(s), "a resource control policy must Deny")
			continue
		}
		if certainlyHas(&s.NotPrincipal) {
			pass.Reportf(s, s.NotPrincipal.Key, `a resource control policy takes only Principal "*", not NotPrincipal`)
		}
		if at, ok := otherPrincipal(&s.Principal); ok {
			pass.Reportf(s, at, `a resource control policy takes only Principal "*"`)
		}
		if certainlyThere(&s.NotAction) {
			pass.Reportf(s, s.NotAction.Key, "a resource control policy takes no NotAction")
		}
		pass.rcpActions(s)
	}
}

func effectMark(s *policy.Statement) policy.Span {
	if s.EffectValue != nil {
		return s.EffectValue.Span
	}
	return policy.Span{}
}
