package rules

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/policy"
)

// SCPLegacySyntax reports what service control policies took only since 2025.
var SCPLegacySyntax = &Rule{
	Name:     "scp-legacy-syntax",
	Kind:     Suggestion,
	Policies: policy.SCP,
	Off:      true,
	Doc: `a service control policy uses what not every partition supports

Until September 2025 an Allow of a service control policy took neither Condition
nor NotAction nor any Resource but "*", there was no NotResource, and a wildcard
stood only at the end of an action. AWS has since lifted that, though not in every
partition.`,
	Format: "main.tf",
	Bad: `resource "aws_organizations_policy" "p" {
  name = "p"
  type = "SERVICE_CONTROL_POLICY"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", «NotAction» = "iam:*", Resource = "*" }]
  })
}
`,
	Good: `resource "aws_organizations_policy" "p" {
  name = "p"
  type = "SERVICE_CONTROL_POLICY"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "iam:*", Resource = "*" }]
  })
}
`,
	Run: scpLegacySyntax,
}

func scpLegacySyntax(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.NotResource.Present() {
			pass.reportLegacy(s, s.NotResource.Key, "NotResource")
		}
		for _, list := range []policy.List{s.Action, s.NotAction} {
			for _, v := range list.Values {
				if _, name, ok := strings.Cut(v.Text(), ":"); ok && strings.ContainsAny(strings.TrimRight(name, "*"), "*?") {
					pass.reportLegacy(s, v, "a wildcard inside "+quoted(v))
				}
			}
		}
		if s.Effect != policy.Allow {
			continue
		}
		if s.NotAction.Present() {
			pass.reportLegacy(s, s.NotAction.Key, "NotAction with Allow")
		}
		if s.Condition.Restricts() {
			pass.reportLegacy(s, s.Condition.Key, "Condition with Allow")
		}
		for _, v := range s.Resource.Values {
			if v.Known() && !v.AllWildcard() {
				pass.reportLegacy(s, v, "a Resource with Allow")
			}
		}
	}
}

func (p *Pass) reportLegacy(s *policy.Statement, at analysis.Range, what string) {
	p.Reportf(s, at, "%s needs support for the full policy language in service control policies", what).Subject = what
}
