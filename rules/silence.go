package rules

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// withSilencers adds the rules that silence one of those enabled: what they
// would have said of a statement is no less true when they are disabled, and
// one who disabled them does not want to hear it in other words.
func withSilencers(enabled []*Rule) []*Rule {
	run := slices.Clone(enabled)
	for _, r := range All {
		silences := slices.ContainsFunc(enabled, func(e *Rule) bool { return slices.Contains(r.Silences, e.Name) })
		if silences && !slices.Contains(run, r) {
			run = append(run, r)
		}
	}
	return run
}

// silence leaves out findings that another one on the same statement makes
// superfluous, and those of rules that are not enabled.
func (c *Checker) silence(findings []*Finding) []*Finding {
	type place struct {
		rule string
		at   *policy.Statement
	}
	var said map[place]bool
	for _, f := range findings {
		if f.Statement == nil || len(f.Rule.Silences) == 0 {
			continue
		}
		if said == nil {
			said = map[place]bool{}
		}
		for _, name := range f.Rule.Silences {
			said[place{name, f.Statement}] = true
		}
	}
	return slices.DeleteFunc(findings, func(f *Finding) bool {
		return !c.enabled[f.Rule] || said[place{f.Rule.Name, f.Statement}]
	})
}
