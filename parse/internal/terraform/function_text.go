package terraform

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iamlint/iamlint/policy"
)

// join strings lists together. A lone item is taken as it is, also where it
// is not known whether it is there: join("", data.x[*].json).
func join(c *call) *value {
	sep := c.arg(0)
	var items []*value
	for _, a := range c.args[1:] {
		switch {
		case a.kind == list && a.open() && a.each != nil && len(a.items) == 0 && len(c.args) == 2:
			return a.each
		case a.kind != list || a.open():
			return c.unknown()
		}
		items = append(items, a.items...)
	}
	st, ok := sep.asText()
	if !ok || len(c.more) > 0 {
		return c.unknown()
	}
	if len(items) == 1 {
		return items[0]
	}
	b := textBuilder{}
	for i, item := range items {
		t, ok := item.asText()
		if !ok {
			return c.wrong()
		}
		if i > 0 {
			b.add(st)
		}
		if b.add(t); b.overflow {
			break
		}
	}
	return c.text(&b)
}

// split takes a known string apart.
func split(c *call) *value {
	sep, known := c.arg(0).literal()
	text, all := c.arg(1).literal()
	if !known || !all || sep == "" {
		return c.unknown()
	}
	var items []*value
	for at := 0; len(items) <= maxItems; {
		i := strings.Index(text[at:], sep)
		if i < 0 {
			items = append(items, partOf(c.arg(1).text, at, len(text)))
			break
		}
		items = append(items, partOf(c.arg(1).text, at, at+i))
		at += i + len(sep)
	}
	return c.list(items, nil)
}

// replace replaces in a known string; what is between slashes is a regular
// expression.
func replace(c *call) *value {
	text, ok1 := c.arg(0).literal()
	search, ok2 := c.arg(1).literal()
	by, ok3 := c.arg(2).asText()
	if !ok1 || !ok2 || !ok3 || len(c.args) != 3 {
		return c.unknown()
	}
	if len(search) > 1 && search[0] == '/' && search[len(search)-1] == '/' {
		c.args[1] = textValue(policy.NewValue(c.span(), search[1:len(search)-1]))
		return c.standard("replace", stdlib["replace"])
	}
	if search == "" {
		return c.unknown()
	}
	b := textBuilder{}
	for at := 0; !b.overflow; {
		i := strings.Index(text[at:], search)
		if i < 0 {
			b.add(c.arg(0).text.Slice(at, len(text)))
			break
		}
		b.add(c.arg(0).text.Slice(at, at+i))
		b.add(by)
		at += i + len(search)
	}
	return c.text(&b)
}

// trimPrefix takes off a prefix where it is certain that it is there, or not.
func trimPrefix(c *call) *value {
	prefix, known := c.arg(1).literal()
	t, ok := c.arg(0).asText()
	switch head := t.Prefix(); {
	case !known || !ok:
	case strings.HasPrefix(head, prefix):
		return partOf(t, len(prefix), len(t.Text()))
	case t.Known() || !strings.HasPrefix(prefix, head):
		return c.arg(0)
	}
	return c.unknown()
}

func trimSuffix(c *call) *value {
	suffix, known := c.arg(1).literal()
	t, ok := c.arg(0).asText()
	switch tail := t.Suffix(); {
	case !known || !ok:
	case strings.HasSuffix(tail, suffix):
		return partOf(t, 0, len(t.Text())-len(suffix))
	case t.Known() || !strings.HasSuffix(suffix, tail):
		return c.arg(0)
	}
	return c.unknown()
}

// trimSpace takes off white space, where it is certain how much there is.
func trimSpace(c *call) *value { return c.trimmed(unicode.IsSpace, true) }

// chomp takes off line ends at the end.
func chomp(c *call) *value {
	return c.trimmed(func(r rune) bool { return r == '\n' || r == '\r' }, false)
}

func (c *call) trimmed(off func(rune) bool, both bool) *value {
	a := c.arg(0)
	if a.kind != str || a.document() != nil {
		return c.passUnknown(a)
	}
	t, from := a.text.Text(), 0
	to := len(strings.TrimRightFunc(t, off))
	if both {
		from = min(to, len(t)-len(strings.TrimLeftFunc(t, off)))
	}
	for _, h := range a.text.Holes() {
		if both && h.At <= from || h.At >= to {
			return c.unknown()
		}
	}
	v := partOf(a.text, from, to)
	if a.extra != nil && a.syntax != nil {
		v.extra = &extra{syntax: a.syntax, head: a.head}
	}
	return v
}

// partOf returns a part of a string, which cannot be replaced on its own.
func partOf(t policy.Value, from, to int) *value {
	return textValue(unchangeable(t.Slice(from, to)))
}

// unchangeable returns a string as something that no edit replaces.
func unchangeable(t policy.Value) policy.Value {
	return t.WithOrigin(&policy.Origin{Runs: t.Runs(), Use: t.Use(), Syntax: fixed{}})
}

func toString(c *call) *value {
	a := c.arg(0)
	switch a.kind {
	case number, boolean:
		return textValue(a.text)
	case str, unknown, null:
		return a
	}
	return c.wrong()
}

// isText says whether bytes are text that can be reasoned about.
func isText(text []byte) bool { return utf8.Valid(text) }
