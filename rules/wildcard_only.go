package rules

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/policy"
)

//go:embed wildcard_only.txt
var wildcardOnlyText string

// wildcardOnlyPatterns are the patterns of actions that certainly take no
// resource.
var wildcardOnlyPatterns = sync.OnceValue(func() []string {
	var all []string
	for line := range dataLines(wildcardOnlyText) {
		all = append(all, line)
	}
	return all
})

// certainlyWildcardOnly says whether the list has all of the actions, and none
// takes a resource.
func (a *misfit) certainlyWildcardOnly() bool {
	for _, action := range a.actions {
		if !action.WildcardOnly() || !isListedWildcardOnly(action.FullName()) {
			return false
		}
	}
	return true
}

func isListedWildcardOnly(action string) bool {
	found := false
	for _, p := range wildcardOnlyPatterns() {
		p, not := strings.CutPrefix(p, "!")
		start, open := strings.CutSuffix(p, "*")
		if action == p || open && strings.HasPrefix(action, start) {
			found = !not
		}
	}
	return found
}

func (p *Pass) reportWildcardOnly(m *statementFit, misfits []misfit, kind Kind) {
	if len(misfits) == 0 {
		return
	}
	works, them := "works", "it"
	if len(misfits) > 1 {
		works, them = "work", "them"
	}
	does := "applies to"
	switch m.statement.Effect {
	case policy.Allow:
		does = "allows"
	case policy.Deny:
		does = "denies"
	}
	f := p.Reportf(m.statement, misfits[0].value, `%s %s only on "*"; this statement never %s %s`, misfitsInWords(misfits), works, does, them)
	f.As(kind, 0).Subject = misfitsInWords(misfits)
	if r := m.resources[0]; kind == Error && m.dead && len(m.missed) == len(misfits) && len(m.resources) == 1 && !p.Policy.IsInstance() {
		edits, ok := p.Replace(*r.value, "*")
		f.Fix(`write "*"`, edits, ok)
	}
}
