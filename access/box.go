package access

import "github.com/iamlint/iamlint/policy"

// A box is the requests that a statement matches if its conditions hold and
// the principal fits: actions × resources.
type box struct {
	statement          *policy.Statement
	actions, resources side
}

// A side is a set of strings: those that one of the patterns matches, or none.
type side struct {
	patterns []*Pattern
	limits   []*Pattern // the same; those that say what is not in the side match rather too much
	not      bool
	open     bool // there may be more patterns
}

// newBox returns the statement's box. It is not ok if the statement lacks an
// element or has one too many.
func newBox(d *policy.Document, s *policy.Statement) (box, bool) {
	b := box{statement: s}
	switch {
	case s.Open(), s.Action.Present() == s.NotAction.Present():
		return b, false
	case s.Resource.Present() && s.NotResource.Present():
		return b, false
	}
	actions, not := s.Actions()
	b.actions = newSide(actions, not, ActionPattern)
	resources, not := s.Resources()
	switch {
	case resources.Present():
		modern := d.Modern()
		b.resources = newSide(resources, not, func(v policy.Value) *Pattern { return ResourcePattern(v, modern) })
	case d.NoResource || d.Kind.Is(policy.Trust):
		b.resources = side{patterns: []*Pattern{everything()}}
	default:
		return b, false
	}
	return b, true
}

func newSide(l policy.List, not bool, compile func(policy.Value) *Pattern) side {
	s := side{not: not, open: l.Open()}
	for _, v := range l.Values {
		s.patterns = append(s.patterns, compile(v))
	}
	s.limits = s.patterns
	if not {
		s.limits = widened(s.patterns)
	}
	return s
}

// parts returns patterns that together match at least what is in the side.
// Those to be compared with negated sides hold no symbols: what a pattern of
// such a side does not match, some value of a symbol may.
func (s side) parts(negated bool) []*Pattern {
	if s.not || s.open {
		return []*Pattern{everything()}
	}
	if !negated {
		return s.patterns
	}
	return widened(s.patterns)
}

// only returns the part of the side that the pattern, one of its parts, is.
func (s side) only(p *Pattern) side {
	if s.not {
		return s
	}
	return side{patterns: []*Pattern{p}}
}

// holds says whether all that p matches is certainly in the side, without
// taking pains.
func (s side) holds(p *Pattern, left *int) bool {
	if !s.not {
		return p.inOne(s.patterns, left)
	}
	if s.open {
		return false
	}
	p = p.widened()
	for _, q := range s.limits {
		if q.meets(p, left) != No {
			return false
		}
	}
	return true
}

// misses says whether certainly nothing that p matches is in the side.
func (s side) misses(p *Pattern, left *int) bool {
	if s.not {
		return p.inOne(s.patterns, left)
	}
	for _, q := range s.patterns {
		if q.meets(p, left) != No {
			return false
		}
	}
	return true
}
