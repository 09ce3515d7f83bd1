package terraform

import (
	"strings"

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
