package terraform

import (
	"strconv"
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
		verb := verbAt(text, at+i)
		if verb == "%%" {
			b.add(f.text.Slice(at+i, at+i+1))
		} else {
			t, ok := c.formatted(verb, next)
			if !ok {
				return c.standard("format", stdlib["format"])
			}
			b.add(t)
			next++
		}
		at += i + len(verb)
	}
	return c.text(&b)
}

// verbAt returns the verb that starts at a byte, with its width and the like.
func verbAt(text string, at int) string {
	for i := at + 1; i < len(text); i++ {
		if !strings.ContainsRune("+-# 0123456789.", rune(text[i])) {
			return text[at : i+1]
		}
	}
	return text[at:]
}

// formatted returns an argument as a verb shows it. It is not ok if that is an
// error, or the verb tells which argument it shows.
func (c *call) formatted(verb string, i int) (policy.Value, bool) {
	if i >= len(c.args) || strings.HasSuffix(verb, "[") {
		return policy.Value{}, false
	}
	a := c.args[i]
	if verb == "%s" || verb == "%v" || verb == "%d" && (a.kind == number || a.kind == unknown) {
		return a.asText()
	}
	if !a.known() {
		h := c.hole(c.expr)
		h.Expr, h.ID = "format("+strconv.Quote(verb)+", "+show(a)+")", ""
		return holeText(h), a.kind != blocks
	}
	one := call{scope: c.scope, expr: c.expr, args: []*value{textValue(policy.NewValue(c.span(), verb)), a}}
	return one.standard("format", stdlib["format"]).asText()
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
