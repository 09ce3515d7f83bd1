package rules

import (
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
)

// isARNService says whether ARNs may have the name as their third field: some
// format does, or it is the prefix of a service, or was.
func isARNService(c *catalog.Catalog, name string) bool {
	if arnKinds(c, name) != nil {
		return true
	}
	if name != strings.ToLower(name) {
		return false
	}
	_, retired := c.Retired(name)
	return retired || c.Service(name) != nil || c.Undocumented(name)
}

// arnServices are the names that ARNs have as their third field.
var arnServices = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	c := catalog.Default()
	services := c.Services()
	for i := range services {
		names[services[i].Prefix()] = true
		for _, t := range services[i].ResourceTypes() {
			for _, format := range t.ARNs {
				if fields := strings.SplitN(format, ":", 4); len(fields) == 4 && !strings.Contains(fields[2], "$") {
					names[fields[2]] = true
				}
			}
		}
	}
	return names
})

// countARNServices returns how many of the names a pattern matches.
func countARNServices(pattern string) int {
	n, matches := 0, matcherOf(pattern)
	for name := range arnServices() {
		if matches(name) {
			n++
		}
	}
	return n
}
