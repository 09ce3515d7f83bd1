package rules

import (
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A fitSearch looks for what does not fit together in the statements of one
// policy.
type fitSearch struct {
	policy    *policy.Document
	found     []statementFit
	resources []fitResource // of the statement at hand
	actions   []*catalog.Action
	left      int // comparisons: lists may be made to be slow
}

const (
	maxFitTests = 1 << 17
	existCost   = 32 // what it counts as to look whether there is such a resource
)

func (m *fitSearch) look(p *Pass) {
	all, from := p.resources(), 0
	m.left = maxFitTests
	for _, s := range p.Policy.Statements {
		n := len(s.Resource.Values) + len(s.NotResource.Values)
		if n > 0 && n == len(s.Resource.Values) && s.Action.Present() && !s.NotAction.Present() {
			m.statement(p, s, all[from:from+n])
		}
		from += n
	}
}

func (m *fitSearch) statement(p *Pass, s *policy.Statement, listed []listedResource) {
	m.resources = m.resources[:0]
	open := s.Resource.Open()
	for i := range listed {
		if listed[i].value.AllWildcard() {
			return
		}
		r := newFitResource(&listed[i], p.Policy.Modern())
		open = open || r.open
		m.resources = append(m.resources, r)
	}
	found := statementFit{statement: s, dead: !open && !s.Action.Open(), sure: !s.Action.Open()}
	for i, a := range p.listedActions().of(s) {
		v := &s.Action.Values[i]
		if !m.expand(p.Catalog, a, v) {
			found.sure, found.dead = false, false
			continue
		}
		if m.hit() || open || p.Catalog.MatchesNoted(v.Text()) {
			found.dead = false
			continue
		}
		found.missed = append(found.missed, misfit{v, append([]*catalog.Action(nil), m.actions...)})
	}
	if m.left < 0 || !found.dead && p.Policy.IsInstance() {
		return // another instance may have a resource for an action, or the other way round
	}
	m.keep(p.Catalog, &found)
}

// keep remembers what was found in a statement if the resources are such as
// exist: others are the matter of other rules.
func (m *fitSearch) keep(c *catalog.Catalog, found *statementFit) {
	unused := false
	for i := range m.resources {
		r := &m.resources[i]
		unused = unused || !r.used && !r.open
		if len(found.missed) > 0 && !r.open && !m.exists(c, r) {
			return
		}
	}
	if len(found.missed) == 0 && (!found.sure || !unused) {
		return
	}
	found.resources = append(found.resources, m.resources...)
	for i := range found.resources {
		if r := &found.resources[i]; found.sure && !r.used && !r.open && m.exists(c, r) {
			found.unused = append(found.unused, i)
		}
	}
	m.found = append(m.found, *found)
}

func (m *fitSearch) exists(c *catalog.Catalog, r *fitResource) bool {
	m.left -= existCost
	return m.left >= 0 && r.exists(c)
}

// expand looks up what a value of Action stands for. It is not ok if that is
// not known, or nothing.
func (m *fitSearch) expand(c *catalog.Catalog, a *catalog.Action, v *policy.Value) bool {
	m.actions = m.actions[:0]
	if a != nil {
		m.actions = append(m.actions, a)
		return true
	}
	prefix, pattern, ok := splitAction(*v)
	service := c.Service(prefix)
	if !ok || !v.Known() || service == nil {
		return false
	}
	m.actions = service.AppendMatch(m.actions, pattern)
	return len(m.actions) > 0
}

// hit says whether one of the actions at hand may act on one of the resources,
// and marks the resources on which one may.
func (m *fitSearch) hit() bool {
	hit := false
	for _, a := range m.actions {
		unused := false
		for i := range m.resources {
			r := &m.resources[i]
			if hit && r.used {
				continue
			}
			if m.left--; m.left < 0 {
				return true
			}
			if r.takes(a) {
				r.used, hit = true, true
			}
			unused = unused || !r.used
		}
		if hit && !unused {
			break
		}
	}
	return hit
}
