package rules

import (
	"strings"
	"testing"

	"github.com/iamlint/iamlint/catalog"
)

// What is said to be no action is none, and what is to be written instead exists.
func TestAPINames(t *testing.T) {
	c := catalog.Default()
	for operation, actions := range apiNames() {
		if c.Action(operation) != nil {
			t.Errorf("%s is an action", operation)
		}
		for action := range strings.SplitSeq(actions, ", ") {
			if !c.ExpandsToAny(action) {
				t.Errorf("%s: there is no action %s", operation, action)
			}
		}
	}
	if n := len(apiNames()); n < 200 {
		t.Errorf("%d names, want some 200", n)
	}
	for _, v := range apiGatewayVerbs {
		if c.Action(v.action) == nil {
			t.Errorf("there is no action %s", v.action)
		}
	}
}
