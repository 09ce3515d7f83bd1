package catalog

import (
	"slices"
	"sort"
)

// Every action has an index: its place, from 0, among all actions of the catalog,
// by service and then by name. So sets of actions can be kept as bits.

// First returns the index of the service's first action; the others follow it.
func (s *Service) First() int { return s.first }

// Index returns the action's index in the catalog.
func (a *Action) Index() int {
	actions := a.service.Actions()
	i, _ := slices.BinarySearchFunc(actions, a, func(b Action, a *Action) int { return compareFold(b.Name, a.Name) })
	return a.service.first + i
}

// ActionAt returns the action with the index, which must be less than the count
// of actions.
func (c *Catalog) ActionAt(index int) *Action {
	i := sort.Search(len(c.services), func(i int) bool { return c.services[i].first > index }) - 1
	s := &c.services[i]
	return &s.Actions()[index-s.first]
}

// ServicesLike returns the services whose prefix a pattern matches: "s3", "*",
// "s3*".
func (c *Catalog) ServicesLike(pattern string) []*Service {
	if s := c.Service(pattern); s != nil {
		return []*Service{s}
	}
	pattern = oneStar(pattern)
	var list []*Service
	for i := range c.services {
		if s := &c.services[i]; matchFold(pattern, s.prefix) {
			list = append(list, s)
		}
	}
	return list
}
