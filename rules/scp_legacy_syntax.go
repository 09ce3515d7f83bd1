package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// SCPLegacySyntax reports what service control policies could not hold before
// they took the whole policy language.
var SCPLegacySyntax = &Rule{
	Name:     "scp-legacy-syntax",
	Kind:     Suggestion,
	Off:      true,
	Policies: policy.SCP,
	Doc: `the service control policy needs the full policy language

Since September 2025 service control policies may have conditions, resources and
NotAction with Allow, NotResource, and wildcards anywhere in an action. AWS said
so of its commercial Regions and of GovCloud. Enable the rule where a policy must
also work elsewhere, such as in China: there AWS may refuse it.`,
	Format: "main.tf",
	Bad: `resource "aws_organizations_policy" "keys" {
  name = "keys"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = «"iam:*AccessKey"», Resource = "*" }]
  })
}
`,
	Good: `resource "aws_organizations_policy" "keys" {
  name = "keys"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = ["iam:CreateAccessKey", "iam:UpdateAccessKey", "iam:DeleteAccessKey"], Resource = "*" }]
  })
}
`,
	Run: scpLegacySyntax,
}

func scpLegacySyntax(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if certainlyThere(&s.NotResource) {
			pass.reportLegacy(s, s.NotResource.Key, "NotResource")
		}
		if s.Effect == policy.Allow {
			pass.legacyAllow(s)
		}
		actions, _ := s.Actions()
		for _, v := range actions.Values {
			if strings.Contains(strings.TrimRight(v.Text(), "*"), "*") {
				f := pass.Reportf(s, v, "%q needs full-language SCP support: the wildcard is not at the end", v.String())
				f.Subject = v.String()
			}
		}
	}
}

// legacyAllow reports what an Allow could not have.
func (p *Pass) legacyAllow(s *policy.Statement) {
	if len(s.Condition.Entries) > 0 {
		p.reportLegacy(s, s.Condition.Key, "Condition with Allow")
	}
	if certainlyThere(&s.NotAction) {
		p.reportLegacy(s, s.NotAction.Key, "NotAction with Allow")
	}
	for _, v := range s.Resource.Values {
		if v.Text() != "" && v.Text() != "*" {
			p.reportLegacy(s, v.Span, "a Resource other than * with Allow")
			break
		}
	}
}

func (p *Pass) reportLegacy(s *policy.Statement, at policy.Span, what string) {
	p.Reportf(s, at, "%s needs full-language SCP support", what).Subject = what
}
