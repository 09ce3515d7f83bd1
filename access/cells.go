package access

// cells takes s apart by which of the sides hold what is in it: it calls yield
// with the indexes of those that certainly hold a string, for every different
// combination, until yield returns false. It returns Yes if it has seen all.
func (s side) cells(sides []side, left *int, yield func(held []int) bool) Answer {
	negated := s.not
	for _, d := range sides {
		negated = negated || d.not
	}
	for _, p := range s.parts(negated) {
		if !p.explorable() {
			p = everything()
		}
		c := newCell(sides, yield)
		if s.not {
			c.add(p, s.patterns, except, left)
		}
		for i, d := range sides {
			if !d.open || !d.not { // else nothing certainly is in it
				c.add(p, d.limits, i, left)
			}
		}
		if answer := explore(p, c.patterns, left, c.accepted); answer != Yes {
			return answer
		}
	}
	return Yes
}

func widened(ps []*Pattern) []*Pattern {
	wide := make([]*Pattern, len(ps))
	for i, p := range ps {
		wide[i] = p.widened()
	}
	return wide
}

// except is the owner of patterns whose strings are not in the side.
const except = -1

// A cell is being worked out.
type cell struct {
	patterns []*Pattern
	owner    []int  // of each pattern: index of a side, or except
	before   []bool // by side, whether it holds what none of its patterns matches
	held     []bool
	yield    func([]int) bool
}

func newCell(sides []side, yield func([]int) bool) *cell {
	c := &cell{before: make([]bool, len(sides)), held: make([]bool, len(sides)), yield: yield}
	for i, d := range sides {
		c.before[i] = d.not && !d.open
	}
	return c
}

// add adds those patterns of a side that may match some of what p does.
func (c *cell) add(p *Pattern, patterns []*Pattern, owner int, left *int) {
	for _, q := range patterns {
		if q.explorable() && p.meets(q, left) != No {
			c.patterns = append(c.patterns, q)
			c.owner = append(c.owner, owner)
		}
	}
}

// accepted is told which of the patterns match some string.
func (c *cell) accepted(patterns []int) bool {
	copy(c.held, c.before)
	for _, i := range patterns {
		owner := c.owner[i]
		if owner == except {
			return true
		}
		c.held[owner] = !c.before[owner]
	}
	var list []int
	for i, held := range c.held {
		if held {
			list = append(list, i)
		}
	}
	return c.yield(list)
}
