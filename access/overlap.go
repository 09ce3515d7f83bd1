package access

// Overlaps says whether some string is matched by both patterns.
func (p *Pattern) Overlaps(q *Pattern) Answer {
	left := maxSteps
	return p.meets(q, &left)
}

func (p *Pattern) meets(q *Pattern, left *int) Answer {
	*left--
	switch {
	case *left < 0:
		return Unknown
	case p.shape == all || q.shape == all || p.equal(q):
		return Yes
	case apart(p, q):
		return No
	case !p.explorable() || !q.explorable():
		return Unknown
	}
	answer := meet(p, q, left)
	if answer == No && len(p.symbols)+len(q.symbols) > 0 {
		if meet(p.widened(), q.widened(), left) != No {
			return Unknown
		}
	}
	return answer
}

// apart says whether the patterns start with different characters.
func apart(p, q *Pattern) bool {
	for i := range min(len(p.tokens), len(q.tokens)) {
		t, u := p.tokens[i], q.tokens[i]
		if t < 0 || u < 0 {
			return false
		}
		if t != u {
			return p.explorable() && q.explorable()
		}
	}
	return false
}

// meet searches for a way to read one string with both patterns.
func meet(p, q *Pattern, left *int) Answer {
	m := len(q.tokens) + 1
	if *left < 0 || (len(p.tokens)+1)*m > *left {
		return Unknown
	}
	seen := make([]bool, (len(p.tokens)+1)*m)
	var stack []int
	push := func(i, j int) {
		if at := i*m + j; !seen[at] {
			seen[at] = true
			stack = append(stack, at)
		}
	}
	push(0, 0)
	for len(stack) > 0 {
		*left--
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		i, j := at/m, at%m
		t, u := tokenAt(p.tokens, i), tokenAt(q.tokens, j)
		switch {
		case t == end && u == end:
			return Yes
		case t.isRun():
			push(i+1, j)
			if u != end && !u.isRun() && reaches(t, q, u) {
				push(i, j+1)
			}
		case t != end && !u.isRun() && (p.fits(t, q, u) || q.fits(u, p, t)) || t.isOne() && u.isOne():
			push(i+1, j+1)
		}
		if u.isRun() {
			push(i, j+1)
			if t != end && !t.isRun() && reaches(u, p, t) {
				push(i+1, j)
			}
		}
	}
	return No
}

// reaches says whether the wildcard run takes something that the token t of p,
// a character or a symbol or ?, matches.
func reaches(run token, p *Pattern, t token) bool { return t.isOne() || absorbs(run, p, t) }
