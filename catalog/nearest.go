package catalog

// NearestService returns the prefix that was probably meant by one that does
// not exist. Of several equally near ones it is the first in the alphabet;
// [Catalog.NearestServices] returns all.
func (c *Catalog) NearestService(prefix string) (string, bool) {
	return first(c.NearestServices(prefix))
}

// NearestServices returns the prefixes that are nearest to the given one, if
// at most two letters differ, and less than half of them.
func (c *Catalog) NearestServices(prefix string) []string {
	n := newNearest(prefix)
	for i := range c.services {
		n.try(c.services[i].prefix)
	}
	return n.found
}

// NearestAction returns the full name of the action that was probably meant
// by one that does not exist, such as "s3:GetObject" for "getobjects". Of
// several equally near ones it is the first in the alphabet;
// [Catalog.NearestActions] returns all.
func (c *Catalog) NearestAction(service, name string) (string, bool) {
	return first(c.NearestActions(service, name))
}

// NearestActions returns the full names of the service's actions that are
// nearest to the given one, if at most two letters differ, and less than half
// of them. Case does not count, and a plural in "ies" counts as one letter. A
// name that exists is its own nearest.
func (c *Catalog) NearestActions(service, name string) []string {
	s := c.Service(service)
	if s == nil {
		return nil
	}
	n := newNearest(name)
	actions := s.Actions()
	for i := range actions {
		n.try(actions[i].Name)
	}
	for i, a := range n.found {
		n.found[i] = s.prefix + ":" + a
	}
	return n.found
}

// Nearest returns the name that was probably meant by a word that is none of
// them: the first at the least distance, if at most two letters differ, and
// less than half of them.
func Nearest(word string, names []string) (string, bool) {
	return first(AllNearest(word, names))
}

// AllNearest returns all names at the least distance, where [Nearest] returns
// the first.
func AllNearest(word string, names []string) []string {
	n := newNearest(word)
	for _, name := range names {
		n.try(name)
	}
	return n.found
}

func first(list []string) (string, bool) {
	if len(list) == 0 {
		return "", false
	}
	return list[0], true
}

// nearest collects the names at the least distance from a word.
type nearest struct {
	word     string
	singular string   // the word, or what it is the plural of
	limit    int      // the greatest distance still of interest
	found    []string // all at distance limit
	rows     [3][]int // of distance, to use again
}

// newNearest allows for at most two slips, and for less than half of the word.
func newNearest(word string) *nearest {
	return &nearest{word: word, singular: singular(word), limit: min(2, (len(word)-1)/2)}
}

// try adds the name if it is as near as the best so far, or nearer.
func (n *nearest) try(name string) {
	d := n.distance(n.word, name)
	if d > 1 {
		d = min(d, n.pluralDistance(name))
	}
	if d > n.limit {
		return
	}
	if d < n.limit {
		n.limit, n.found = d, nil
	}
	n.found = append(n.found, name)
}

// pluralDistance is the distance with "y" for a last "ies" in one of the two,
// which counts as one slip.
func (n *nearest) pluralDistance(name string) int {
	if d := len(n.word) - len(name); d > n.limit+2 || -d > n.limit+2 {
		return n.limit + 1 // each of the two gets at most two shorter
	}
	one := singular(name)
	if len(one) == len(name) && len(n.singular) == len(n.word) {
		return n.limit + 1
	}
	return n.distance(n.singular, one) + 1
}
