package rules

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
)

//go:embed action_resources.txt
var actionResourcesText string

// A resourceStart is what the ARNs of some resources have in common.
type resourceStart struct {
	vendor string
	start  string // of the last field
}

// actionResources are what action_resources.txt lists, by action.
var actionResources = sync.OnceValue(func() map[string][]resourceStart {
	all := map[string][]resourceStart{}
	for line := range dataLines(actionResourcesText) {
		if fields := strings.Fields(line); len(fields) == 3 {
			all[fields[0]] = append(all[fields[0]], resourceStart{fields[1], fields[2]})
		}
	}
	return all
})

// isTakenInPractice says whether the resource may be one that the action acts
// on by what is known beyond the service reference.
func (r *fitResource) isTakenInPractice(a *catalog.Action) bool {
	for _, name := range []string{a.FullName(), a.Service().Prefix() + ":*"} {
		for _, known := range actionResources()[name] {
			if r.vendor == known.vendor && r.mayStart(arnResource, known.start) {
				return true
			}
		}
	}
	return false
}
