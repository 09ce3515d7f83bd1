package rules

import (
	_ "embed"
	"strings"
	"sync"
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
