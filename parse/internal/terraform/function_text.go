package terraform

import (
	"strings"
	"unicode/utf8"

	"github.com/iamlint/iamlint/policy"
)

// format fills in %s, %v and %d where all else is plain; for other verbs, all
// must be known.
func format(c *call) *value {
	f := c.arg(0)
	text, known := f.literal()
	if !known || len(c.more) > 0 {
		return c.unknown()
	}
	b := textBuilder{}
	next := 1
	for at := 0; at < len(text) && !b.overflow; {
		i := strings.IndexByte(text[at:], '%')
		if i < 0 || at+i+1 >= len(text) {
			b.add(f.text.Slice(at, len(text)))
			break
		}
		b.add(f.text.Slice(at, at+i))
		verb := text[at+i+1]
		if verb == '%' {
			b.add(f.text.Slice(at+i, at+i+1))
		} else {
			t, ok := c.formatted(verb, next)
			if !ok {
				return c.standard("format", stdlib["format"])
			}
			b.add(t)
			next++
		}
		at += i + 2
	}
	return c.text(&b)
}

// formatted returns an argument as a simple verb shows it.
func (c *call) formatted(verb byte, i int) (policy.Value, bool) {
	if i >= len(c.args) {
		return policy.Value{}, false
	}
	a := c.args[i]
	if verb != 's' && verb != 'v' && (verb != 'd' || a.kind != number && a.kind != unknown) {
		return policy.Value{}, false
	}
	return a.asText()
}

// formatList formats once for each item of the lists among its arguments,
// which have the same length.
func formatList(c *call) *value {
	n, rest := -1, c.more
	for _, a := range c.args {
		switch a.kind {
		case list:
			if n >= 0 && n != len(a.items) {
				return c.unknown()
			}
			n = len(a.items)
			rest = append(rest[:len(rest):len(rest)], a.rest...)
		case unknown:
			return c.unknown()
		}
	}
	var items []*value
	for i := range max(n, 0) {
		one := call{scope: c.scope, expr: c.expr}
		for _, a := range c.args {
			if a.kind == list {
				a = a.items[i]
			}
			one.args = append(one.args, a)
		}
		items = append(items, format(&one))
	}
	return c.list(items, rest)
}

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
			items = append(items, textValue(c.arg(1).text.Slice(at, len(text))))
			break
		}
		items = append(items, textValue(c.arg(1).text.Slice(at, at+i)))
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
		return textValue(t.Slice(len(prefix), len(t.Text())))
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
		return textValue(t.Slice(0, len(t.Text())-len(suffix)))
	case t.Known() || !strings.HasSuffix(suffix, tail):
		return c.arg(0)
	}
	return c.unknown()
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
