package rules

import (
	"strings"
	"testing"

	"github.com/iamlint/iamlint/catalog"
)

// What is said to be no action is none, and what is to be written instead exists.
func TestAPINames(t *testing.T) {
	c := catalog.Default()
	names := 0
	for operation, r := range apiNames().actions {
		names++
		if prefix, _, _ := strings.Cut(operation, ":"); c.Service(prefix) == nil {
			t.Errorf("%s: there is no such service, so that the name is not looked up", operation)
		}
		if _, retired := c.Retired(operation); c.Action(operation) != nil || retired || c.Undocumented(operation) {
			t.Errorf("%s is, or was, an action", operation)
		}
		for action := range strings.SplitSeq(r.actions, ", ") {
			a := c.Action(action)
			switch {
			case strings.HasSuffix(action, "*"):
				if !c.ExpandsToAny(action) {
					t.Errorf("%s: %s matches no action", operation, action)
				}
			case a == nil || a.FullName() != action:
				t.Errorf("%s: there is no action %s", operation, action)
			}
		}
	}
	if names < 200 {
		t.Errorf("only %d names", names)
	}
	for name, prefix := range apiNames().services {
		if c.Service(name) != nil || c.Undocumented(name) {
			t.Errorf("%s is a service", name)
		}
		if c.Service(prefix) == nil {
			t.Errorf("%s: there is no service %s", name, prefix)
		}
	}
	for _, v := range apiGatewayVerbs {
		if c.Action(v.action) == nil {
			t.Errorf("there is no action %s", v.action)
		}
	}
}

// A name stands in the list once.
func TestAPINamesOnce(t *testing.T) {
	seen := map[string]bool{}
	for line := range dataLines(apiNamesText) {
		name, instead, ok := strings.Cut(line, " ")
		if name = strings.ToLower(strings.TrimPrefix(name, "~")); seen[name] || !ok || instead == "" {
			t.Errorf("%q: twice, or without anything to write instead", line)
		}
		seen[name] = true
	}
}
