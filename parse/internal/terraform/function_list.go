package terraform

import (
	"slices"
	"strings"
)

// concat joins lists. Of an unknown one nothing is known but that it may add
// something.
func concat(c *call) *value {
	var items []*value
	rest := slices.Clone(c.more)
	var each *value
	for _, a := range c.args {
		switch a.kind {
		case list:
			items = append(items, a.items...)
			rest = append(rest, a.rest...)
			if a.each != nil {
				each = a.each
			}
		case unknown:
			rest = append(rest, a.rest...)
		default:
			return c.wrong()
		}
	}
	out := c.list(items, rest)
	if len(c.args) == 1 {
		out.each = each
	}
	return out
}

// setUnion is like concat, less what is there twice.
func setUnion(c *call) *value {
	return unique(concat(c))
}

// flatten takes lists in lists apart.
func flatten(c *call) *value {
	a := c.arg(0)
	if a.kind != list {
		return c.passUnknown(a)
	}
	var items []*value
	rest := slices.Clone(a.rest)
	var add func(v *value)
	add = func(v *value) {
		switch {
		case v.kind == list:
			for _, item := range v.items {
				add(item)
			}
			rest = append(rest, v.rest...)
		case v.kind == unknown: // may be a list
			rest = append(rest, v.rest...)
		case len(items) <= maxItems:
			items = append(items, v)
		}
	}
	for _, item := range a.items {
		add(item)
	}
	out := c.list(items, rest)
	out.each = a.each
	return out
}

// passUnknown returns an unknown argument as what the call gives; any other
// value is an error.
func (c *call) passUnknown(a *value) *value {
	if a.kind == unknown {
		return c.unknown()
	}
	return c.wrong()
}

// compact leaves out null and empty strings. A string that may be empty may
// be there.
func compact(c *call) *value {
	a := c.arg(0)
	if a.kind != list {
		return c.passUnknown(a)
	}
	out := c.list(nil, slices.Clone(a.rest))
	out.each = a.each
	for _, item := range a.items {
		switch {
		case item.kind == null || item.kind == str && item.text.Is(""):
		case item.kind == unknown || item.kind == str && item.text.Text() == "" && item.document() == nil:
			t, _ := item.asText()
			out.rest = append(out.rest, t.Holes()...)
		default:
			out.items = append(out.items, item)
		}
	}
	return out
}

// distinct leaves out what is there already.
func distinct(c *call) *value {
	if a := c.arg(0); a.kind != list {
		return c.passUnknown(a)
	}
	return unique(c.arg(0))
}

func unique(v *value) *value {
	seen := map[string]bool{}
	out := *v
	out.items, out.nodes = nil, 0
	for _, item := range v.items {
		text, known := item.literal()
		if known && item.document() == nil && seen[text] {
			continue
		}
		seen[text] = seen[text] || known
		out.items = append(out.items, item)
	}
	out.written = v.written && len(out.items) == len(v.items)
	return &out
}

// toList converts to a list or set. Sets are lists here, less what is there
// twice.
func toList(c *call) *value {
	switch a := c.arg(0); a.kind {
	case unknown:
		return a
	case list:
		if c.expr.Name != "toset" {
			return a
		}
		out := unique(a)
		out.isSet = true
		return out
	case blocks:
		return c.instances(a)
	}
	return c.wrong()
}

// sorted sorts a list of known strings; another one is taken as it is.
func sorted(c *call) *value {
	a := c.arg(0)
	if a.kind != list {
		return c.passUnknown(a)
	}
	if !a.known() {
		return a
	}
	out := *a
	out.items, out.written = slices.Clone(a.items), false
	slices.SortStableFunc(out.items, func(x, y *value) int { return strings.Compare(x.text.Text(), y.text.Text()) })
	return &out
}
