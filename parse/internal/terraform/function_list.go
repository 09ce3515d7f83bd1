package terraform

import (
	"slices"
	"strings"
)

// concat joins lists. Of an unknown one nothing is known but that it may add
// something.
func concat(c *call) *value {
	var items []*value
	var options []option
	rest := slices.Clone(c.more)
	for _, a := range c.args {
		if a.kind != list && a.kind != unknown {
			return c.wrong()
		}
		more, known := a.further()
		items, rest, options = append(items, a.items...), append(rest, more...), append(options, known...)
	}
	out := c.list(items, rest)
	if len(c.args) == 1 && len(c.more) == 0 {
		out.each = c.args[0].each
	}
	return out.withOptions(options)
}

// setUnion is like concat, less what is there twice.
func setUnion(c *call) *value { return asSet(concat(c)) }

// asSet returns the set of what is in a list. Sets of strings are in the order
// of these; what order there is if some are not known cannot be told.
func asSet(v *value) *value {
	if v.kind != list {
		return v
	}
	out := unique(v)
	out.isSet = true
	if !slices.ContainsFunc(out.items, func(item *value) bool { return item.kind != str || !item.text.Known() }) {
		slices.SortStableFunc(out.items, byText)
		out.written = v.written && slices.Equal(out.items, v.items)
	}
	return out
}

func byText(x, y *value) int { return strings.Compare(x.text.Text(), y.text.Text()) }

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
	options := slices.Clone(a.options())
	for _, item := range a.items {
		switch {
		case item.nothing():
		case item.kind == unknown || item.kind == str && item.text.Text() == "" && item.document() == nil:
			t, _ := item.asText()
			out.rest = append(out.rest, t.Holes()...)
			if len(item.alts) > 0 {
				alts := slices.DeleteFunc(slices.Clone(item.alts), (*value).nothing)
				options = append(options, option{item.hole(), alts})
			}
		default:
			out.items = append(out.items, item)
		}
	}
	return out.withOptions(options)
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
		if c.expr.Name == "toset" {
			return asSet(a)
		}
		if a.isSet && a.known() {
			out := *a
			out.isSet = false
			return &out
		}
		return a
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
	slices.SortStableFunc(out.items, byText)
	return &out
}
