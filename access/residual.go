package access

import "slices"

// residual looks for requests of an area that are in none of the boxes. It calls
// visit with areas that hold such, and nothing else, until it returns true: then
// the answer is Yes. It is No if there are none that visit takes, and Unknown if
// that takes too many steps.
//
// An area without a box falls into pieces, one for each demand of the box: what
// meets those before it, and not this one. They have nothing in common.
func (x *solver) residual(a area, boxes []*box, visit func(area) bool) Answer {
	if x.boxes--; x.boxes < 0 || x.left < 0 {
		return Unknown
	}
	var near []cut
	for _, b := range boxes {
		x.left--
		c, answer := x.cutBy(&a, b)
		if answer == Yes && len(c.demands) == 0 {
			return No // all of it is in the box
		}
		if answer != No {
			near = append(near, c)
		}
	}
	if x.left < 0 {
		return Unknown
	}
	if len(near) == 0 {
		return answerIf(visit(a))
	}
	least := 0
	for i := range near {
		if len(near[i].demands) < len(near[least].demands) {
			least = i
		}
	}
	c := near[least]
	rest := make([]*box, 0, len(near)-1)
	for i := range near {
		if i != least {
			rest = append(rest, near[i].box)
		}
	}
	answer := No
	for _, d := range c.demands {
		piece, can := x.meet(a, d, true)
		if can != No {
			if found := x.residual(piece, rest, visit); found != No {
				if found == Yes {
					return Yes
				}
				answer = Unknown
			}
		}
		if a, can = x.meet(a, d, false); can == No {
			break
		}
	}
	return answer
}

// A cut is a box that has some of an area, with those of its demands that not all
// of the area meets.
type cut struct {
	box     *box
	demands []*demand
}

// cutBy compares an area with a box: No if they have nothing in common.
func (x *solver) cutBy(a *area, b *box) (cut, Answer) {
	c := cut{box: b}
	if b.none {
		return c, No
	}
	for i := range b.demands {
		if x.can(a, &b.demands[i], false) == No {
			return c, No
		}
	}
	for i := range b.demands {
		if d := &b.demands[i]; x.can(a, d, true) != No {
			c.demands = append(c.demands, d)
		}
	}
	return c, Yes
}

// needed returns the fewest of the boxes that together have all of the area: each
// of them is needed.
func (x *solver) needed(a area, boxes []*box, covered func(area, []*box) bool) []*box {
	for _, b := range boxes {
		if one := []*box{b}; covered(a, one) {
			return one
		}
	}
	for i := 0; i < len(boxes); {
		if fewer := slices.Delete(slices.Clone(boxes), i, i+1); covered(a, fewer) {
			boxes = fewer
		} else {
			i++
		}
	}
	return boxes
}
