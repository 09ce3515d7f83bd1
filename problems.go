package iamlint

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/parse"
	"github.com/iamlint/iamlint/rules"
)

// problemFindings makes findings of what kept files from being read, by the
// rules that are about files.
func problemFindings(problems []parse.Problem, selected []*rules.Rule) []*rules.Finding {
	var found []*rules.Finding
	for _, p := range problems {
		rule := problemRule(p)
		if !slices.Contains(selected, rule) {
			continue
		}
		f := &rules.Finding{
			Rule: rule, Kind: rule.Kind, Severity: rule.UsualSeverity(),
			Diagnostic: analysis.Diagnostic{
				Pos: p.Pos(), End: p.End(), Category: rule.Name, Message: p.Message, URL: rule.URL(),
			},
		}
		for _, r := range p.Related {
			f.AddRelated(r, "%s", r.Message)
		}
		found = append(found, f)
	}
	return found
}

// Unread returns how many problems kept policies from being read, which [Lint]
// makes findings of and [Load] does not.
func (r *Report) Unread() int { return len(r.problems) }

// problemRule returns the rule that a problem is reported under.
func problemRule(p parse.Problem) *rules.Rule {
	switch p.Kind {
	case parse.JSONSyntax:
		return rules.JSONSyntax
	case parse.Syntax:
		return rules.SyntaxError
	case parse.UnreadableFile:
		return rules.UnreadableFile
	}
	return rules.InputLimit
}
