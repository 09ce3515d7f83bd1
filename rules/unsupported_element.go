package rules

import "github.com/iamlint/iamlint/policy"

// UnsupportedElement reports elements that policies of the kind do not take.
var UnsupportedElement = &Rule{
	Name: "unsupported-element",
	Kind: Error,
	Doc: `policies of this kind do not take the element

A trust policy is about the role that it belongs to, and takes no Resource.
Identity policies, boundaries, session policies and service control policies are
about whoever has them, and take no Principal. AWS refuses the policy. Remove the
element; to say who may use a resource, write a resource policy. An Id is for
resource policies only.`,
	Format: "main.tf",
	Bad: `resource "aws_iam_role" "web" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole", «Resource» = "*" },
    ]
  })
}
`,
	Good: `resource "aws_iam_role" "web" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" },
    ]
  })
}
`,
	Run: unsupportedElement,
}

func unsupportedElement(pass *Pass) {
	d := pass.Policy
	if d.Guessed {
		return // what it takes is what it was guessed by
	}
	const withoutPrincipal = policy.Identity | policy.PermissionSet | policy.SCP | policy.Boundary | policy.Session
	for _, s := range d.Statements {
		switch {
		case d.Kind == policy.Trust:
			pass.reportUnsupported(s, "Resource", s.Resource.Present(), s.Resource.Key)
			pass.reportUnsupported(s, "NotResource", s.NotResource.Present(), s.NotResource.Key)
		case d.Kind.Is(withoutPrincipal):
			pass.reportUnsupported(s, "Principal", s.Principal.Present(), s.Principal.Key)
			pass.reportUnsupported(s, "NotPrincipal", s.NotPrincipal.Present(), s.NotPrincipal.Key)
		}
	}
	const withoutID = policy.Identity | policy.PermissionSet | policy.Boundary | policy.Session
	if d.ID != nil && d.ID.IsValid() && d.Kind.Is(withoutID) {
		f := pass.Reportf(nil, *d.ID, "an Id is only for resource policies").As(Warning, 0)
		f.Subject = "Id"
		edits, ok := pass.DeleteElement(nil, "Id")
		f.Fix("remove the Id", edits, ok)
	}
}

func (p *Pass) reportUnsupported(s *policy.Statement, element string, present bool, at policy.Span) {
	if !present {
		return
	}
	f := p.Reportf(s, at, "%s takes no %s", policyInWords(p.Policy), element)
	f.Subject = element
	if element == "Resource" && len(s.Resource.Values) == 1 && s.Resource.Values[0].AllWildcard() {
		edits, ok := p.DeleteElement(s, element)
		f.Fix("remove the Resource", edits, ok)
	}
}
