package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// The versions of the policy language. Only the newest has variables.
const (
	newestVersion = "2012-10-17"
	oldestVersion = "2008-10-17"
)

// sameIn2012 says whether a document of an older version certainly means the
// same in [newestVersion]: it has nothing that would become a policy variable.
func sameIn2012(d *policy.Document) bool {
	if d.Open() {
		return false
	}
	for _, s := range d.Statements {
		if s.Open() || len(s.Condition.Rest) > 0 || mayHaveVariables(s.Resource) || mayHaveVariables(s.NotResource) {
			return false
		}
		for _, c := range s.Condition.Entries {
			if mayHaveVariables(c.List) {
				return false
			}
		}
	}
	return true
}

func mayHaveVariables(l policy.List) bool {
	return l.Open() || slices.ContainsFunc(l.Values, func(v policy.Value) bool {
		return strings.Contains(v.Text(), "${") ||
			slices.ContainsFunc(v.Holes(), func(h policy.Hole) bool { return !h.Form.Safe() })
	})
}
