package main

import (
	"slices"
	"strings"
)

// mergeDependents takes over the dependent actions of an older source, as far
// as the action, its resource type and the dependent action still exist.
func mergeDependents(src, older *source) {
	known := map[string]string{} // lower case → as spelled
	for _, s := range src.services {
		for _, a := range s.actions {
			name := s.prefix + ":" + a.Name
			known[strings.ToLower(name)] = name
		}
	}
	old := map[string]action{}
	for _, s := range older.services {
		for _, a := range s.actions {
			old[strings.ToLower(s.prefix+":"+a.Name)] = a
		}
	}
	for _, s := range src.services {
		for i := range s.actions {
			a := &s.actions[i]
			from, ok := old[strings.ToLower(s.prefix+":"+a.Name)]
			if ok {
				mergeAction(a, from, known)
			}
		}
	}
}

func mergeAction(a *action, from action, known map[string]string) {
	a.DependentActions = union(a.DependentActions, from.DependentActions, known)
	for i := range a.ResourceTypes {
		r := &a.ResourceTypes[i]
		for _, o := range from.ResourceTypes {
			if strings.EqualFold(o.Name, r.Name) {
				r.DependentActions = union(r.DependentActions, o.DependentActions, known)
			}
		}
	}
}

// union returns the known names of both lists, sorted, as the catalog spells them.
func union(a, b []string, known map[string]string) []string {
	var list []string
	for _, name := range slices.Concat(a, b) {
		if k, ok := known[strings.ToLower(name)]; ok {
			list = append(list, k)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
