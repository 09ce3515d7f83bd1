package rules

import "github.com/iamlint/iamlint/policy"

// UnsupportedElement reports elements that a policy of the kind does not take.
var UnsupportedElement = &Rule{
	Name:     "unsupported-element",
	Kind:     Error,
	Policies: policy.Trust | withoutPrincipal,
	Doc: `the element has no place in a policy of this kind

The trust policy of a role takes no Resource: it speaks of the role. A policy of
a user, group or role takes no Principal: it speaks of whoever has it; nor do
permissions boundaries, session policies and service control policies. AWS
refuses such a policy. Id, the name of a policy, is only for resource policies.`,
	Bad: `{"Role": {"RoleName": "app", "AssumeRolePolicyDocument": {
  "Version": "2012-10-17",
  "Statement": {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole", «"Resource"»: "*"}
}}}
`,
	Good: `{"Role": {"RoleName": "app", "AssumeRolePolicyDocument": {
  "Version": "2012-10-17",
  "Statement": {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}
}}}
`,
	Run: unsupportedElement,
}

// withoutPrincipal are the kinds of policies that do not say whom they are for.
const withoutPrincipal = policy.Identity | policy.PermissionSet | policy.Boundary | policy.Session | policy.SCP

func unsupportedElement(pass *Pass) {
	d := pass.Policy
	if d.ID != nil && !d.Guessed && d.Kind.Is(withoutPrincipal&^policy.SCP) {
		f := pass.Reportf(nil, d.ID, `"Id" is only for resource policies`).As(Warning, 0)
		f.Subject = "Id"
		edits, ok := pass.DeleteElement(nil, "Id")
		f.Fix("take the Id out", edits, ok)
	}
	for _, s := range d.Statements {
		switch {
		case d.Kind == policy.Trust:
			pass.reportTrustResource(s, &s.Resource, "Resource")
			pass.reportTrustResource(s, &s.NotResource, "NotResource")
		case certainlyHas(&s.Principal):
			pass.reportUnsupported(s, s.Principal.Key, "Principal")
		case certainlyHas(&s.NotPrincipal):
			pass.reportUnsupported(s, s.NotPrincipal.Key, "NotPrincipal")
		}
	}
}

func (p *Pass) reportTrustResource(s *policy.Statement, l *policy.List, element string) {
	if !certainlyThere(l) {
		return
	}
	f := p.reportUnsupported(s, l.Key, element)
	if element == "Resource" && len(l.Values) == 1 && l.Values[0].Is("*") {
		edits, ok := p.DeleteElement(s, element)
		f.Fix("take the Resource out", edits, ok)
	}
}

func (p *Pass) reportUnsupported(s *policy.Statement, at policy.Span, element string) *Finding {
	f := p.Reportf(s, at, "%s takes no %s", policyInWords(p.Policy), element)
	f.Subject = element
	return f
}
