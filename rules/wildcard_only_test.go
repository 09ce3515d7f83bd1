package rules

import (
	"strings"
	"testing"

	"github.com/iamlint/iamlint/catalog"
)

// Each pattern of the list stands for an action that takes no resource, and
// what it leaves out is such an action too.
func TestWildcardOnlyActions(t *testing.T) {
	c := catalog.Default()
	for _, p := range wildcardOnlyPatterns() {
		p, not := strings.CutPrefix(p, "!")
		some := false
		for _, a := range c.Expand(p) {
			some = some || a.WildcardOnly()
			if not && isListedWildcardOnly(a.FullName()) {
				t.Errorf("%s is not left out", a.FullName())
			}
		}
		if !some {
			t.Errorf("no action that %s stands for takes no resource", p)
		}
		if i := strings.IndexByte(p, '*'); i >= 0 && i != len(p)-1 {
			t.Errorf("%s: only the end of a pattern may be open", p)
		}
	}
}
