package terraform

import (
	"slices"
	"strings"
)

// members returns the fields of an object in the order of their names.
func (c *call) members() ([]field, *value) {
	a := c.arg(0)
	if a.kind == blocks {
		a = c.instances(a)
	}
	if a.kind != object {
		return nil, c.passUnknown(a)
	}
	return a.ordered(), nil
}

// ordered returns the fields of an object in the order of their names, which
// is the order in which everything goes over them.
func (v *value) ordered() []field {
	byName := func(x, y field) int { return strings.Compare(x.name(), y.name()) }
	if slices.IsSortedFunc(v.fields, byName) {
		return v.fields
	}
	fields := slices.Clone(v.fields)
	slices.SortStableFunc(fields, byName)
	return fields
}

func keys(c *call) *value {
	fields, failed := c.members()
	if failed != nil {
		return failed
	}
	items := make([]*value, 0, len(fields))
	for _, f := range fields {
		items = append(items, textValue(unchangeable(f.key)))
	}
	return c.list(items, c.arg(0).rest)
}

func values(c *call) *value {
	fields, failed := c.members()
	if failed != nil {
		return failed
	}
	items := make([]*value, 0, len(fields))
	for _, f := range fields {
		items = append(items, f.value)
	}
	a := c.arg(0)
	if a.kind == blocks {
		a = c.instances(a)
	}
	out := c.list(items, a.rest)
	out.each = a.each
	return out
}

// lookup returns a member of an object, or else the third argument.
func lookup(c *call) *value {
	a, key := c.arg(0), c.arg(1)
	name, known := key.literal()
	switch {
	case a.kind == object && known:
		if v, ok := a.get(name); ok {
			return v
		}
		if a.uncertain() {
			return c.unknown()
		}
		if len(c.args) < 3 {
			return c.wrong()
		}
		return c.arg(2)
	case a.kind == object && len(c.args) == 3 && !a.open():
		return oneOf(c.hole(c.expr), append(valuesOf(a), c.arg(2))...)
	}
	return c.unknown()
}

func valuesOf(v *value) []*value {
	all := make([]*value, 0, len(v.fields))
	for _, f := range v.fields {
		all = append(all, f.value)
	}
	return all
}
