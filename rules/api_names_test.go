package rules

import (
	"strings"
	"testing"

	"github.com/iamlint/iamlint/catalog"
)

// What is said to be no action is none, and what is to be written instead exists.
func TestAPINames(t *testing.T) {
	c := catalog.Default()
	for operation, actions := range apiNames {
		if prefix, _, _ := strings.Cut(operation, ":"); !hasAPINames(c.Service(prefix)) {
			t.Errorf("hasAPINames does not know of %s", prefix)
		}
		if c.Action(operation) != nil {
			t.Errorf("%s is an action", operation)
		}
		for action := range strings.SplitSeq(actions, ", ") {
			if !c.ExpandsToAny(action) {
				t.Errorf("%s: there is no action %s", operation, action)
			}
		}
	}
	for _, v := range apiGatewayVerbs {
		if c.Action(v.action) == nil {
			t.Errorf("there is no action %s", v.action)
		}
	}
}
