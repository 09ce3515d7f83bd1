package access

import "slices"

// A cover is a set of boxes that may have every request of another one: then,
// however an action is chosen, those of them that have it have all of the box's
// resources.
type cover struct {
	*box
	others  []box
	actions []side // of the others
	left    *int
	known   map[string]bool // whether some of them have all resources, by their indexes
}

func newCover(b *box, others []box, left *int) *cover {
	c := &cover{box: b, others: others, actions: make([]side, len(others)), left: left, known: map[string]bool{}}
	for i, o := range others {
		c.actions[i] = o.actions
	}
	return c
}

// covers says whether the actions are certainly covered, on the box's
// resources.
func (c *cover) covers(actions side) bool {
	parts := actions.parts(false)
	for _, p := range parts {
		if *c.left < 0 {
			return false
		}
		if c.simply(p) {
			continue
		}
		if c.hopeless(p) || actions.only(p).cells(c.actions, c.left, c.resources) != Yes {
			return false
		}
	}
	return len(parts) > 0 && len(c.box.resources.parts(false)) > 0
}

// simply tries those boxes that have all of the actions.
func (c *cover) simply(actions *Pattern) bool {
	var having []int
	for i, o := range c.others {
		if o.actions.holds(actions, c.left) {
			having = append(having, i)
		}
	}
	return len(having) > 0 && c.resources(having)
}

// hopeless says whether none of the boxes has any of the actions.
func (c *cover) hopeless(actions *Pattern) bool {
	for _, o := range c.others {
		if !o.actions.misses(actions, c.left) {
			return false
		}
	}
	return true
}

// resources says whether the boxes with the indexes have all resources.
func (c *cover) resources(indexes []int) bool {
	if len(indexes) == 0 {
		return false
	}
	key := make([]byte, 0, 4*len(indexes))
	for _, i := range indexes {
		key = append(key, byte(i), byte(i>>8), byte(i>>16), byte(i>>24))
	}
	known, ok := c.known[string(key)]
	if !ok {
		known = c.searchResources(indexes)
		c.known[string(key)] = known
	}
	return known
}

func (c *cover) searchResources(indexes []int) bool {
	sides := make([]side, len(indexes))
	for i, index := range indexes {
		sides[i] = c.others[index].resources
	}
	for _, p := range c.box.resources.parts(false) {
		if slices.ContainsFunc(sides, func(s side) bool { return s.holds(p, c.left) }) {
			continue
		}
		hopeless := !slices.ContainsFunc(sides, func(s side) bool { return !s.misses(p, c.left) })
		some := func(held []int) bool { return len(held) > 0 }
		if hopeless || c.box.resources.only(p).cells(sides, c.left, some) != Yes {
			return false
		}
	}
	return true
}
