package terraform

import (
	"github.com/iamlint/iamlint/policy"
)

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
