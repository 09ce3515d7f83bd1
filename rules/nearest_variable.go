package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// nearestVariables returns the condition keys that were probably meant by a
// variable that is none. Of a tag key they keep the tag; one without a tag
// that needs it ends in a slash.
func (p *Pass) nearestVariables(name string) []string {
	return p.near.look("${"+name, func() []string {
		if _, key, ok := strings.Cut(name, ":"); !ok {
			return p.globalVariable("aws:" + name)
		} else if strings.HasPrefix(key, ":") {
			return nil // a parameter of CloudFormation
		}
		return p.similarVariables(name)
	})
}

// globalVariable returns the global key of the name as AWS writes it, if there
// is one that can be a variable as it is.
func (p *Pass) globalVariable(name string) []string {
	if k := p.Catalog.GlobalConditionKey(name); k != nil && !k.Variable() && !k.Multivalued() {
		return []string{k.Name}
	}
	return nil
}

func (p *Pass) similarVariables(name string) []string {
	base, tag, hasTag := strings.Cut(name, "/")
	var names []string // in lower case: case does not count
	written := map[string]string{}
	add := func(keys []catalog.ConditionKey) {
		for i := range keys {
			known, _, takesTag := strings.Cut(keys[i].Name, "/")
			if keys[i].Multivalued() || hasTag && !takesTag {
				continue
			}
			if takesTag {
				known += "/" + tag
			}
			lower, _, _ := strings.Cut(strings.ToLower(known), "/")
			if written[lower] == "" {
				names = append(names, lower)
				written[lower] = known
			}
		}
	}
	add(p.Catalog.GlobalConditionKeys())
	prefix, _, _ := strings.Cut(name, ":")
	if service := p.Catalog.Service(prefix); service != nil {
		add(service.ConditionKeys())
	}
	var near []string
	for range 2 {
		next, ok := catalog.Nearest(strings.ToLower(base), names)
		if !ok {
			break
		}
		near = append(near, written[next])
		names = slices.DeleteFunc(names, func(n string) bool { return n == next })
	}
	return near
}
