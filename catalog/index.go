package catalog

import "sort"

// Every action has an index: its place, from 0, among all actions of the catalog,
// by service and then by name. So sets of actions can be kept as bits.

// First returns the index of the service's first action; the others follow it.
func (s *Service) First() int { return s.first }

// Index returns the action's index in the catalog.
func (a *Action) Index() int {
	i, _ := a.service.find(a.Name)
	return a.service.first + i
}

// IndexOf returns the index of the action with the full name, in any case, if
// there is one.
func (c *Catalog) IndexOf(name string) (int, bool) {
	prefix, name, ok := cutColon(name)
	if !ok {
		return 0, false
	}
	s := c.Service(prefix)
	if s == nil {
		return 0, false
	}
	i, ok := s.find(name)
	return s.first + i, ok
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
