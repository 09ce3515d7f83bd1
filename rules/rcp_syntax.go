package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// RCPSyntax reports what resource control policies do not take.
var RCPSyntax = &Rule{
	Name:     "rcp-syntax",
	Kind:     Error,
	Policies: policy.RCP,
	Doc: `a resource control policy does not take this

A resource control policy of your own only denies: Effect Deny, Principal "*", and
Action with actions of services that support such policies. NotAction,
NotPrincipal and Action "*" are refused.`,
	Format: "main.tf",
	Bad: `resource "aws_organizations_policy" "p" {
  name = "p"
  type = "RESOURCE_CONTROL_POLICY"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", «NotAction» = "s3:GetObject", Resource = "*" }]
  })
}
`,
	Good: `resource "aws_organizations_policy" "p" {
  name = "p"
  type = "RESOURCE_CONTROL_POLICY"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*" }]
  })
}
`,
	Run: rcpSyntax,
}

func rcpSyntax(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect == policy.Allow {
			at := s.Mark()
			if s.EffectValue != nil {
				at = s.EffectValue.Span.Or(at)
			}
			pass.Reportf(s, at, "a resource control policy must Deny").Subject = "Effect"
		}
		if s.NotAction.Present() {
			pass.Reportf(s, s.NotAction.Key, "a resource control policy takes no NotAction").Subject = "NotAction"
		}
		pass.checkRCPPrincipal(s)
		for _, v := range s.Action.Values {
			pass.checkRCPAction(s, v)
		}
	}
}

func (p *Pass) checkRCPPrincipal(s *policy.Statement) {
	_, anyone := s.Principal.Anyone()
	switch {
	case s.NotPrincipal.Present():
		p.Reportf(s, s.NotPrincipal.Key, "a resource control policy takes no NotPrincipal").Subject = "NotPrincipal"
	case s.Principal.Present() && !anyone && !s.Principal.Open():
		p.Reportf(s, s.Principal.Span.Or(s.Principal.Key), "a resource control policy takes only the Principal %q", "*").Subject = "Principal"
	}
}

func (p *Pass) checkRCPAction(s *policy.Statement, v policy.Value) {
	text, known := v.Literal()
	if !known {
		return
	}
	prefix, _, ok := strings.Cut(text, ":")
	if v.AllWildcard() || ok && !strings.ContainsAny(prefix, "*?") && p.Catalog.Service(prefix) != nil && !p.Catalog.SupportsRCP(strings.ToLower(prefix)) {
		p.Reportf(s, v, "%q is not supported in resource control policies", text).Subject = text
	}
}
