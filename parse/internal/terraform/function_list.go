package terraform

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
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

// oneItem returns the only item of a list, or null.
func oneItem(c *call) *value {
	a := c.arg(0)
	switch {
	case a.kind == null:
		return a
	case a.kind != list:
		return c.passUnknown(a)
	case !a.open() && len(a.items) == 1:
		return a.items[0]
	case !a.open() && len(a.items) == 0:
		return &value{kind: null, Span: c.span()}
	case a.open() && a.each != nil && len(a.items) == 0:
		return a.each
	case !a.open():
		return c.wrong()
	}
	return c.unknown()
}

// itemAt is element, which counts around.
func itemAt(c *call) *value {
	a := c.arg(0)
	if a.kind == blocks {
		a = c.instances(a)
	}
	i, known := wholeNumber(c.arg(1))
	switch {
	case a.kind != list:
		return c.passUnknown(a)
	case a.open() && a.each != nil && len(a.items) == 0:
		return a.each
	case a.open() || !known:
		return c.unknown()
	case len(a.items) == 0:
		return c.wrong()
	}
	return a.items[i%len(a.items)]
}

// coalesceList returns the first list that is not empty.
func coalesceList(c *call) *value {
	for i, a := range c.args {
		switch {
		case a.kind == list && len(a.items) > 0:
			return a
		case a.kind == null || a.kind == list && !a.open():
		default:
			return oneOf(c.hole(c.expr), c.args[i:]...)
		}
	}
	return c.unknown()
}

// length returns how many items there are.
func length(c *call) *value {
	a := c.arg(0)
	if a.kind == blocks {
		a = c.instances(a)
	}
	switch {
	case (a.kind == list || a.kind == object) && !a.uncertain():
		return numberValue(len(a.items)+len(a.fields), c.span())
	case a.kind == str && a.text.Known():
		return numberValue(len([]rune(a.text.Text())), c.span())
	}
	return c.unknown()
}

// contains says whether a string is in a list.
func contains(c *call) *value {
	a, what := c.arg(0), c.arg(1)
	if a.kind != list || what.kind != str {
		return c.unknown()
	}
	sure := what.text.Known() && a.known()
	for _, item := range a.items {
		if item.kind == str && item.text.Same(what.text) {
			return boolValue(true, c.span())
		}
	}
	if sure {
		return boolValue(false, c.span())
	}
	return c.unknown()
}

func boolValue(b bool, at policy.Span) *value {
	text := "false"
	if b {
		text = "true"
	}
	return &value{kind: boolean, Span: at, text: policy.NewValue(at, text).WithOrigin(computed)}
}
