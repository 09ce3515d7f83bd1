package rules

import (
	"fmt"

	"github.com/iamlint/iamlint/policy"
)

// resourcesInWords names resources that a resource policy speaks of, for
// messages. There "*" is the resource that has the policy.
func resourcesInWords(d *policy.Document, values []policy.Value) string {
	switch {
	case len(values) == 0 || values[0].AllWildcard():
		if d.Owner != nil && !d.Owner.Unknown() {
			return d.Owner.String()
		}
		return "the resource"
	case len(values) == 1:
		return values[0].String()
	}
	return fmt.Sprintf("%s and %d more", values[0], len(values)-1)
}
