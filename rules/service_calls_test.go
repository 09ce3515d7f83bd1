package rules

import (
	"testing"

	"github.com/iamlint/iamlint/catalog"
)

// What service_calls.txt names, AWS has.
func TestServiceCallsExist(t *testing.T) {
	for _, name := range serviceCalls() {
		if a := catalog.Default().Action(name); a == nil || a.FullName() != name {
			t.Errorf("%s is no action", name)
		}
	}
}
