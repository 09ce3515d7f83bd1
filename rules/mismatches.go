package rules

import (
	"slices"

	"github.com/iamlint/iamlint/catalog"
)

// A mismatch is actions of one service that act on none of the resources.
type mismatch struct {
	service *catalog.Service
	misfits []misfit
}

// mismatches returns the missed actions that take other resources than there
// are, by service. Those on buckets and objects, and those that take no
// resource, are reported otherwise.
func (m *statementFit) mismatches() (all []mismatch) {
	buckets := m.bucketMisses()
	for _, a := range m.missed {
		if a.wildcardOnly() || slices.ContainsFunc(buckets, func(b bucketMisses) bool { return workOn(a.actions, b.objects) }) {
			continue
		}
		i := slices.IndexFunc(all, func(g mismatch) bool { return g.service == a.service() })
		if i < 0 {
			i = len(all)
			all = append(all, mismatch{service: a.service()})
		}
		all[i].misfits = append(all[i].misfits, a)
	}
	return all
}

// inWords says what the actions do not apply to, and what they need.
func (g *mismatch) inWords(m *statementFit) string {
	verb, needs := " never applies to ", "needs "
	if len(g.misfits) > 1 {
		verb = " never apply to "
	}
	need := needInWords(g.misfits[0].actions)
	for _, a := range g.misfits[1:] {
		if needInWords(a.actions) != need {
			needs = g.misfits[0].text() + " needs "
		}
	}
	return misfitsInWords(g.misfits) + verb + fitResourcesInWords(m.all()) + " (" + needs + need + ")"
}

// all returns all resources of the statement.
func (m *statementFit) all() []*fitResource {
	all := make([]*fitResource, len(m.resources))
	for i := range m.resources {
		all[i] = &m.resources[i]
	}
	return all
}
