package access

// In says whether every string that p matches is matched by one of qs.
func (p *Pattern) In(qs ...*Pattern) Answer {
	left := maxSteps
	return p.in(qs, &left)
}

func (p *Pattern) in(qs []*Pattern, left *int) Answer {
	if p.inOne(qs, left) {
		return Yes
	}
	var near []*Pattern // that match some of what p matches
	blurred := !p.explorable() || p.hasHoles()
	union := false // whether several may hold what none of them does
	for _, q := range qs {
		if p.meets(q, left) == No {
			continue
		}
		near = append(near, q)
		blurred = blurred || !q.explorable() || q.hasHoles() || q.ones && len(p.symbols) > 0
		union = union || q.ones
	}
	switch {
	case *left < 0:
		return Unknown
	case len(near) == 0:
		return No
	case !p.wild() && len(p.symbols) == 0 || !union || !p.explorable(): // see takes
		if blurred {
			return Unknown
		}
		return No
	}
	answer := explore(p, explorables(near), left, func(accepted []int) bool { return len(accepted) > 0 })
	if answer == No && blurred {
		return Unknown
	}
	return answer
}

// Covers says whether q certainly matches every string that p matches.
func (q *Pattern) Covers(p *Pattern) bool {
	left := maxSteps
	qs := []*Pattern{q}
	return p.inOne(qs, &left) || q.ones && p.in(qs, &left) == Yes
}

// inOne says whether one of the patterns alone certainly matches all that p
// does.
func (p *Pattern) inOne(qs []*Pattern, left *int) bool {
	for _, q := range qs {
		if q.shape == all || p.explorable() && q.explorable() && q.takes(p, left) == Yes || p.equal(q) {
			return true
		}
	}
	return false
}

func explorables(ps []*Pattern) []*Pattern {
	list := make([]*Pattern, 0, len(ps))
	for _, p := range ps {
		if p.explorable() {
			list = append(list, p)
		}
	}
	return list
}
