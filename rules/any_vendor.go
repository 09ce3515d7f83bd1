package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// actsOnAnyVendor says whether one of the statement's actions acts on resources
// that are named as what they were made from, whatever that is.
func (p *Pass) actsOnAnyVendor(r *listedResource) bool {
	list, not := r.statement.Actions()
	if not || list.Open() {
		return true
	}
	for i, a := range p.listedActions().of(r.statement) {
		if a == nil {
			prefix, _, _ := list.Values[i].Cut(':')
			if service := p.Catalog.Service(prefix.Text()); service == nil || !prefix.Known() || namesAnyVendor(service) {
				return true
			}
		} else if namesAnyVendor(a.Service()) {
			return true
		}
	}
	return false
}

func namesAnyVendor(s *catalog.Service) bool {
	return slices.ContainsFunc(s.ResourceTypes(), func(t catalog.ResourceType) bool { return strings.HasPrefix(t.ARN, anyVendor) })
}
