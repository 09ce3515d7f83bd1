package access

import (
	"cmp"
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// A Miss is an Allow statement that does not match a request, and what of it
// does not.
type Miss struct {
	Decider
	Principal, Action, Resource bool // the element does not match
	Conditions                  []*policy.Condition
	Unknown                     bool // whether some of the rest matches is not known
}

// parts counts what does not match.
func (m *Miss) parts() int {
	n := len(m.Conditions)
	for _, missed := range []bool{m.Principal, m.Action, m.Resource} {
		if missed {
			n++
		}
	}
	return n
}

// Nearest returns the Allow statements of a layer that come nearest to matching
// the request: with the fewest parts that do not match, and of these, first
// those whose action does. Layers that are not there have none.
func (p *Policies) Nearest(r *Request, layer Layer, level int) []Miss {
	who, ok := parseCaller(r.Principal)
	if !ok {
		return nil
	}
	r = withCallerKeys(r, who)
	var all []Miss
	for _, d := range p.documents(layer, level) {
		e := newEvaluation(d, r, nil)
		for _, s := range d.Statements {
			if s.Effect == policy.Allow {
				all = append(all, e.miss(Decider{layer, d, s}, who))
			}
		}
	}
	order := func(a, b Miss) int {
		return cmp.Or(cmp.Compare(a.parts(), b.parts()), compareBool(a.Action, b.Action), compareBool(a.Resource, b.Resource))
	}
	slices.SortStableFunc(all, order)
	for i := range all {
		if order(all[i], all[0]) != 0 {
			return all[:i]
		}
	}
	return all
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// documents returns the documents of a layer; levels count from 1.
func (p *Policies) documents(layer Layer, level int) []*policy.Document {
	switch layer {
	case IdentityLayer:
		return p.Identity
	case BoundaryLayer:
		return p.Boundary
	case SessionLayer:
		return p.Session
	case EndpointLayer:
		return p.Endpoint
	case SCPLayer, RCPLayer:
		levels := p.SCPs
		if layer == RCPLayer {
			levels = p.RCPs
		}
		if level >= 1 && level <= len(levels) {
			return levels[level-1]
		}
	case ResourceLayer, TrustLayer:
		if p.Resource != nil {
			return []*policy.Document{p.Resource}
		}
	}
	return nil
}

// miss says what of a statement does not match the request.
func (e *evaluation) miss(by Decider, who caller) Miss {
	m := Miss{Decider: by}
	s := by.Statement
	note := func(answer Answer) bool {
		m.Unknown = m.Unknown || answer == Unknown
		return answer == No
	}
	m.Action = note(e.matchesAction(s))
	m.Resource = note(e.matchesResource(s))
	if usesPrincipals(by.Layer) {
		named := No
		for _, answer := range who.namings(s, false) {
			named = named.or(answer)
		}
		m.Principal = note(named)
	}
	for i := range s.Condition.Entries {
		if c := &s.Condition.Entries[i]; note(e.entryHolds(c)) {
			m.Conditions = append(m.Conditions, c)
		}
	}
	m.Unknown = m.Unknown || len(s.Condition.Rest) > 0 || s.Open()
	return m
}
