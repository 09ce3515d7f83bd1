package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/catalog"
)

// What action_resources.txt lists is of actions and resources that exist, and
// still needed: the catalog does not know it.
func TestActionResources(t *testing.T) {
	c := catalog.Default()
	for line := range dataLines(actionResourcesText) {
		if len(strings.Fields(line)) != 3 {
			t.Errorf("%q is no action, service and start", line)
		}
	}
	for name, starts := range actionResources() {
		actions := c.Expand(name)
		if len(actions) == 0 {
			t.Errorf("there is no action %s", name)
		}
		for _, s := range starts {
			is := func(k arnKind) bool { return strings.HasPrefix(k.resource, s.start) }
			if !slices.ContainsFunc(arnKinds(c, s.vendor), is) {
				t.Errorf("%s: no ARN of %s starts with %s", name, s.vendor, s.start)
			}
			for _, a := range actions {
				for _, f := range resourceFormsOf(a) {
					if f.vendor == s.vendor && strings.HasPrefix(f.start, s.start) {
						t.Errorf("the catalog knows that %s acts on %s", a.FullName(), s.start)
					}
				}
			}
		}
	}
}
