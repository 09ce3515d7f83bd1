package access

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// carriesKeys says whether requests for the action carry the condition keys that
// must be there, as far as the catalog knows.
func (x *solver) carriesKeys(a *catalog.Action, of area) bool {
	return !anyOf(of.keys, func(k keyConjunction) bool {
		found := x.findKey(k.conjunction)
		return found.point.values != nil && !mayCarry(x.catalog, a, k.key)
	})
}

// mayCarry says whether requests for the action may have the key. Global ones may
// come with all, but for those about tags.
func mayCarry(c *catalog.Catalog, a *catalog.Action, key string) bool {
	known := c.ConditionKey(key)
	if known == nil {
		prefix, _, _ := strings.Cut(key, ":")
		return c.Service(prefix) == nil || prefix == a.Service().Prefix()
	}
	tag := strings.HasPrefix(key, "aws:resourcetag/") || strings.HasPrefix(key, "aws:requesttag/") || key == "aws:tagkeys"
	if !tag && c.GlobalConditionKey(key) != nil {
		return true
	}
	has := func(names []string) bool {
		return slices.ContainsFunc(names, func(name string) bool {
			start, _, variable := strings.Cut(known.Name, "/")
			return strings.EqualFold(name, known.Name) ||
				variable && len(name) > len(start) && strings.EqualFold(name[:len(start)+1], start+"/")
		})
	}
	if has(a.ConditionKeys()) {
		return true
	}
	for _, r := range a.Resources() {
		if has(r.ConditionKeys) {
			return true
		}
		t := a.Service().ResourceType(r.Type)
		if t != nil && has(t.ConditionKeys) {
			return true
		}
	}
	return false
}
