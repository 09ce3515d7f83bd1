package access

// explore finds out which of the patterns qs match the same string that p
// matches: it calls yield with every such combination, as sorted indexes into
// qs, until it returns false. It returns Yes if it has seen all of them, No if
// yield stopped it, and Unknown if that takes too many steps.
func explore(p *Pattern, qs []*Pattern, left *int, yield func(accepted []int) bool) Answer {
	return newExplorer(p, qs).run(left, func(accepted []int, _ int) bool { return yield(accepted) })
}

// run builds, as far as it is needed, the automaton that reads a string with p
// and all of qs at once. A state is a position in p and the set of positions
// in qs. Where p has a wildcard, only characters that qs expect next make a
// difference, and one that none of them does. States are visited in the order
// of how long a string leads to them; yield is also told which state it is.
func (x *explorer) run(left *int, yield func(accepted []int, at int) bool) Answer {
	x.push(0, x.start(), -1, end)
	for next := 0; next < len(x.queue); next++ {
		s := x.queue[next]
		if *left -= stateSteps + len(s.at); *left < 0 {
			return Unknown
		}
		x.queue[next].at = nil
		switch t := x.word[s.i]; {
		case t == end:
			if !yield(x.accepted(s.at), next) {
				return No
			}
		case t.isRun():
			x.push(s.i+1, s.at, next, end)
			for _, c := range x.choices(s.at, t == fieldRun) {
				*left -= len(s.at)
				x.push(s.i, x.step(s.at, c), next, c)
			}
		case t.isOne():
			for _, c := range x.choices(s.at, t == fieldOne) {
				*left -= len(s.at)
				x.push(s.i+1, x.step(s.at, c), next, c)
			}
		default:
			x.push(s.i+1, x.step(s.at, t), next, t)
			if u := unfold(t); x.mixed && x.anyCase && u != t {
				x.push(s.i+1, x.step(s.at, u), next, u)
			}
		}
	}
	return Yes
}
