package terraform

import (
	"slices"
	"strings"
)

// merge joins objects; a later one wins. What an unknown one in between may
// have replaced is unknown too.
func merge(c *call) *value {
	out := &value{kind: object, Span: c.span(), rest: slices.Clone(c.more)}
	for _, a := range c.args {
		switch a.kind {
		case null:
		case object:
			if a.uncertain() {
				out.doubt(c)
			}
			for _, f := range a.fields {
				out.set(f)
			}
			out.rest = append(out.rest, a.rest...)
		case unknown:
			out.doubt(c)
			out.rest = append(out.rest, a.rest...)
		default:
			return c.wrong()
		}
	}
	if len(c.more) > 0 {
		out.doubt(c)
	}
	return out
}

// set puts a field into an object that is being made.
func (v *value) set(f field) {
	if f.key.Known() {
		for i, old := range v.fields {
			if old.key.Is(f.name()) {
				v.fields[i] = f
				return
			}
		}
	}
	v.fields = append(v.fields, f)
}

// doubt makes the fields of an object unknown that another value may replace.
func (v *value) doubt(c *call) {
	whole := holeValue(c.hole(c.expr))
	for i, f := range v.fields {
		v.fields[i].value = whole.part("."+f.name(), "."+f.name(), c.span())
	}
}

// members returns the fields of an object in the order of their names.
func (c *call) members() ([]field, *value) {
	a := c.arg(0)
	if a.kind == blocks {
		a = c.instances(a)
	}
	if a.kind != object {
		return nil, c.passUnknown(a)
	}
	fields := slices.Clone(a.fields)
	slices.SortStableFunc(fields, func(x, y field) int { return strings.Compare(x.name(), y.name()) })
	return fields, nil
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
