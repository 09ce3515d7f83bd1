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
func (a *aim) certainlyWildcardOnly() bool {
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

func (p *Pass) reportWildcardOnly(m *missedAims, aims []aim, kind Kind) {
	if len(aims) == 0 {
		return
	}
	works, them := "works", "it"
	if len(aims) > 1 {
		works, them = "work", "them"
	}
	does := "applies to"
	switch m.statement.Effect {
	case policy.Allow:
		does = "allows"
	case policy.Deny:
		does = "denies"
	}
	f := p.Reportf(m.statement, aims[0].value, `%s %s only on "*"; this statement never %s %s`, aimsInWords(aims), works, does, them)
	f.As(kind, 0).Subject = aimsInWords(aims)
	if r := m.resources[0]; kind == Error && m.dead && len(m.missed) == len(aims) && len(m.resources) == 1 && !p.Policy.IsInstance() {
		edits, ok := p.Replace(*r.value, "*")
		f.Fix(`write "*"`, edits, ok)
	}
}
