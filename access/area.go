package access

// An area is a set of requests: those that are in some boxes and not in others.
// It is a conjunction of demands of each kind; as the kinds have nothing to do
// with each other, it is empty if and only if one of them cannot be met.
type area struct {
	known      actionBits
	beyond     conjunction // of demands on names that the catalog does not have
	resources  conjunction
	principals conjunction
	keys       []keyConjunction // sorted by key
	noBeyond   bool             // there are no such names in it
}

// A conjunction is a list of demands of one kind, all of which are to be met.
// Equal ones have equal numbers; 0 has no demands.
type conjunction struct {
	id   int
	list []part
}

// A part of a conjunction is a demand, or its opposite.
type part struct {
	demand *demand
	out    bool
}

type keyConjunction struct {
	key string
	conjunction
}

// everywhere is the area of all requests.
func (x *solver) everywhere() area { return area{known: x.table.every} }

// inside returns what of an area is in a box.
func (x *solver) inside(a area, b *box) (area, Answer) {
	for i := range b.demands {
		var answer Answer
		if a, answer = x.meet(a, &b.demands[i], false); answer == No {
			return a, No
		}
	}
	return a, Yes
}

// can says whether some of an area meets a demand, or does not.
func (x *solver) can(a *area, d *demand, out bool) Answer {
	switch {
	case d.actions != nil:
		if out && !a.known.in(d.actions.known) || !out && a.known.meets(d.actions.known) {
			return Yes
		}
		return x.canBeyond(a, d, out)
	case d.resources != nil:
		if free(d.resources) {
			return answerIf(!out)
		}
		return x.answer(a.resources, d, out, x.resource)
	case d.principals != nil:
		return x.answer(a.principals, d, out, x.principal)
	}
	for _, k := range a.keys {
		if k.key == d.key.key {
			return x.answer(k.conjunction, d, out, x.key)
		}
	}
	return x.answer(conjunction{}, d, out, x.key)
}

// canBeyond says it for the names that the catalog does not have.
func (x *solver) canBeyond(a *area, d *demand, out bool) Answer {
	if !out && d.actions.beyond.nothing() || a.noBeyond {
		return No
	}
	return x.answer(a.beyond, d, out, x.beyond)
}

// nothing says whether no string is in the set.
func (s *textSet) nothing() bool { return len(s.patterns) == 0 && !s.not && !s.all && !s.empty }

// answer says whether a conjunction with one demand more can be met.
func (x *solver) answer(c conjunction, d *demand, out bool, can func(conjunction) Answer) Answer {
	for _, p := range c.list {
		if p.demand.id == d.id {
			return answerIf(p.out == out)
		}
	}
	step := joined{c.id, d.id, out}
	known, ok := x.joined[step]
	if !ok {
		x.conjunctions++
		known = join{id: x.conjunctions, answer: can(conjunction{x.conjunctions, append(c.list[:len(c.list):len(c.list)], part{d, out})})}
		x.joined[step] = known
	}
	return known.answer
}

// meet returns what of an area meets a demand, or does not: No if that is
// nothing.
func (x *solver) meet(a area, d *demand, out bool) (area, Answer) {
	answer := x.can(&a, d, out)
	if answer == No {
		return a, No
	}
	switch {
	case d.actions != nil:
		if out {
			a.known = a.known.without(d.actions.known)
		} else {
			a.known = a.known.and(d.actions.known)
			a.noBeyond = a.noBeyond || d.actions.beyond.nothing()
		}
		x.left -= len(a.known.words)/8 + 1
		if !a.noBeyond {
			a.beyond = x.with(a.beyond, d, out, x.beyond)
		}
	case d.resources != nil:
		if !free(d.resources) {
			a.resources = x.with(a.resources, d, out, x.resource)
		}
	case d.principals != nil:
		a.principals = x.with(a.principals, d, out, x.principal)
	default:
		a.keys = x.withKey(a.keys, d, out)
	}
	return a, answer
}

func (x *solver) withKey(keys []keyConjunction, d *demand, out bool) []keyConjunction {
	for i, k := range keys {
		if k.key == d.key.key {
			keys = append([]keyConjunction(nil), keys...)
			keys[i].conjunction = x.with(k.conjunction, d, out, x.key)
			return keys
		}
	}
	return insertKey(keys, keyConjunction{d.key.key, x.with(conjunction{}, d, out, x.key)})
}

// free says whether the set has every resource.
func free(s *textSet) bool {
	return s.all || !s.not && anyOf(s.patterns, (*Pattern).All)
}

func insertKey(keys []keyConjunction, k keyConjunction) []keyConjunction {
	list := make([]keyConjunction, 0, len(keys)+1)
	for i, other := range keys {
		if other.key > k.key {
			return append(append(append(list, keys[:i]...), k), keys[i:]...)
		}
	}
	return append(append(list, keys...), k)
}

// with returns the conjunction with one demand more.
func (x *solver) with(c conjunction, d *demand, out bool, can func(conjunction) Answer) conjunction {
	for _, p := range c.list {
		if p.demand.id == d.id && p.out == out {
			return c
		}
	}
	x.answer(c, d, out, can)
	return conjunction{x.joined[joined{c.id, d.id, out}].id, append(c.list[:len(c.list):len(c.list)], part{d, out})}
}

// joined is a conjunction and the demand that is added to it.
type joined struct {
	conjunction int
	demand      int64
	out         bool
}

// join is what comes of it.
type join struct {
	id     int
	answer Answer // whether it can be met
}
