package rules

import "github.com/iamlint/iamlint/catalog"

// maxSuggestions is how many names of one scope are looked up that do not
// exist. A policy has few; one that was made to have very many is not to keep
// us busy, and of the rest nothing is said to be similar.
const maxSuggestions = 2000

// suggestions are the names that were probably meant by those that do not
// exist, each looked up once.
type suggestions struct {
	catalog *catalog.Catalog
	found   map[string][]string // by what does not exist
}

// actions returns the actions of the service that are nearest to a name.
func (s *suggestions) actions(service, name string) []string {
	return s.look(service+":"+name, func() []string { return s.catalog.NearestActions(service, name) })
}

// services returns the prefixes that are nearest to one.
func (s *suggestions) services(prefix string) []string {
	return s.look(prefix, func() []string { return s.catalog.NearestServices(prefix) })
}

// keys returns the condition keys that are nearest to one, given without what
// follows a slash.
func (s *suggestions) keys(name string) []string {
	return s.look("key "+name, func() []string { return catalog.AllNearest(name, keyFamilies(s.catalog, name)) })
}

// operators returns the condition operators that are nearest to one.
func (s *suggestions) operators(name string) []string {
	return s.look("operator "+name, func() []string { return nearestOperators(name) })
}

func (s *suggestions) look(name string, nearest func() []string) []string {
	near, ok := s.found[name]
	if ok || len(s.found) >= maxSuggestions {
		return near
	}
	if s.found == nil {
		s.found = map[string][]string{}
	}
	near = nearest()
	s.found[name] = near
	return near
}
