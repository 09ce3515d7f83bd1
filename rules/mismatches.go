package rules

import (
	"slices"

	"github.com/iamlint/iamlint/catalog"
)

// A mismatch is actions of one service that act on none of the resources.
type mismatch struct {
	service *catalog.Service
	aims    []aim
}

// mismatches returns the missed actions that take other resources than there
// are, by service. Those on buckets and objects, and those that take no
// resource, are reported otherwise.
func (m *missedAims) mismatches() (all []mismatch) {
	buckets := m.bucketMisses()
	for _, a := range m.missed {
		if a.wildcardOnly() || slices.ContainsFunc(buckets, func(b bucketMisses) bool { return a.worksOn(b.objects) }) {
			continue
		}
		i := slices.IndexFunc(all, func(g mismatch) bool { return g.service == a.service() })
		if i < 0 {
			i = len(all)
			all = append(all, mismatch{service: a.service()})
		}
		all[i].aims = append(all[i].aims, a)
	}
	return all
}

// inWords says what the actions do not apply to, and what they need.
func (g *mismatch) inWords(m *missedAims) string {
	verb, needs := " never applies to ", "needs "
	if len(g.aims) > 1 {
		verb = " never apply to "
	}
	need := needInWords(g.aims[0].actions)
	for _, a := range g.aims[1:] {
		if needInWords(a.actions) != need {
			needs = g.aims[0].text() + " needs "
		}
	}
	return aimsInWords(g.aims) + verb + aimedAtInWords(m.all()) + " (" + needs + need + ")"
}

// all returns all resources of the statement.
func (m *missedAims) all() []*aimedAt {
	all := make([]*aimedAt, len(m.resources))
	for i := range m.resources {
		all[i] = &m.resources[i]
	}
	return all
}
