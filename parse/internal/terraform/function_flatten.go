package terraform

import "github.com/iamlint/iamlint/policy"

// flatten takes lists in lists apart.
func flatten(c *call) *value {
	a := c.arg(0)
	if a.kind != list {
		return c.passUnknown(a)
	}
	var f flattened
	f.add(a)
	out := c.list(f.items, f.rest).withOptions(f.options)
	if a.each != nil && a.each.kind != list && a.each.kind != unknown {
		out.each = a.each
	}
	return out
}

// A flattened is a list of what is in lists, however deep.
type flattened struct {
	items   []*value
	rest    []policy.Hole
	options []option
}

func (f *flattened) add(v *value) {
	switch {
	case v.kind != list && v.kind != unknown:
		if len(f.items) <= maxItems {
			f.items = append(f.items, v)
		}
		return
	case v.kind == list:
		for _, item := range v.items {
			f.add(item)
		}
	}
	rest, options := v.further()
	f.rest = append(f.rest, rest...)
	for _, o := range options {
		f.option(o)
	}
}

// option adds an option with the lists in it taken apart.
func (f *flattened) option(o option) {
	var inner flattened
	for _, item := range o.items {
		inner.add(item)
	}
	f.rest = append(f.rest, inner.rest...)
	f.options = append(append(f.options, inner.options...), option{o.hole, inner.items})
}
