package rules

import "github.com/iamlint/iamlint/policy"

// EmptyElement reports elements that are there and hold nothing.
var EmptyElement = &Rule{
	Name: "empty-element",
	Kind: Error,
	Doc: `an element is there, and empty

A statement without actions, resources or principals matches no request: an Allow
grants nothing, a Deny protects nothing, and IAM refuses such a policy. Fill in
the element, or remove the statement.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": «[]», "Resource": "*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"}
  ]
}
`,
	Run: emptyElement,
}

func emptyElement(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		pass.checkEmptyList(s, "Action", s.Action)
		pass.checkEmptyList(s, "NotAction", s.NotAction)
		pass.checkEmptyList(s, "Resource", s.Resource)
		pass.checkEmptyList(s, "NotResource", s.NotResource)
		pass.checkEmptyPrincipals(s, "Principal", s.Principal)
		pass.checkEmptyPrincipals(s, "NotPrincipal", s.NotPrincipal)
	}
}

func (p *Pass) checkEmptyList(s *policy.Statement, name string, l policy.List) {
	if l.Empty() || l.Scalar && l.Values[0].Is("") {
		p.Reportf(s, l.Span.Or(l.Key), "%s is empty: the statement does nothing", name).Subject = name
	}
}

func (p *Pass) checkEmptyPrincipals(s *policy.Statement, name string, l policy.Principals) {
	if l.Empty() && p.Policy.Kind.Is(policy.Resource|policy.Trust|policy.RCP|policy.VPCEndpoint) {
		p.Reportf(s, l.Span.Or(l.Key), "%s names nobody", name).Subject = name
		return
	}
	for _, set := range l.Sets {
		if set.Scalar && set.Values[0].Is("") {
			p.Reportf(s, set.Span, "%s names nobody", name).Subject = name
		}
	}
}
