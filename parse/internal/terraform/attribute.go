package terraform

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// attribute returns an attribute of an instance of a resource or data source.
func (s *scope) attribute(b *block, el element, name string, at policy.Span) *value {
	if v := s.wellKnown(b, el, name, at); v != nil {
		return v
	}
	if a := b.attribute(name); a != nil && (name == "arn" || name == "id") {
		return s.argument(b, el, name, at)
	}
	if p, ok := derivedFor(b, name); ok {
		return belongs(s.derive(b, el, p, at), b)
	}
	if b.attribute(name) != nil {
		return belongs(s.argument(b, el, name, at), b)
	}
	h := s.attributeHole(b, el, name, formOf(name), at)
	if isString(name) {
		return belongs(textValue(holeText(h)), b)
	}
	return belongs(holeValue(h), b)
}

// isString says whether attributes of the name are strings, whatever the type.
func isString(name string) bool {
	for _, s := range []string{"arn", "id", "name"} {
		if name == s || strings.HasSuffix(name, "_"+s) {
			return true
		}
	}
	return false
}

// formOf returns what is known of an attribute of any type: a name has no
// characters that mean something in an ARN.
func formOf(name string) policy.Form {
	if name == "name" {
		return policy.SafeForm
	}
	return policy.AnyForm
}

// belongs marks a string as an attribute of a block, unless it is one of
// another block already.
func belongs(v *value, b *block) *value {
	if v.kind != str && v.kind != unknown || v.origin() != nil {
		return v
	}
	out := *v
	out.extra = &extra{}
	if v.extra != nil {
		*out.extra = *v.extra
	}
	out.from = b
	return &out
}

// attributeHole returns an attribute that is not known.
func (s *scope) attributeHole(b *block, el element, name string, form policy.Form, at policy.Span) policy.Hole {
	expr, id := b.address, s.qualified(b)
	if !el.symbolic() {
		expr += "[" + show(el.key) + "]"
		if k := idOf(el.key); k != "" {
			id += "[" + k + "]"
		} else {
			id = ""
		}
	}
	h := policy.Hole{Expr: expr + "." + name, Form: form, Span: at}
	if id != "" {
		h.ID = id + "." + name
	}
	return h
}

// argument returns what an argument of a block is set to. If that is null, it
// is as if it were not set.
func (s *scope) argument(b *block, el element, name string, at policy.Span) *value {
	key := attrKey{block: b, name: name}
	if !el.symbolic() {
		key.key = idOf(el.key) + show(el.key)
	}
	a := b.attribute(name)
	v := remember(s.attrs, key, func() *value { return s.in(b, el).eval(a.Expr) })
	if v == nil || v.kind == null {
		return holeValue(s.attributeHole(b, el, name, policy.AnyForm, at))
	}
	return v
}

// derive returns the text that a pattern gives for a block.
func (s *scope) derive(b *block, el element, p pattern, at policy.Span) *value {
	if len(p) == 2 && p[0].text == "" && p[1].text == "" {
		return textValue(s.fill(b, el, p[0], at))
	}
	tb := textBuilder{fixed: true}
	for _, pl := range p {
		tb.gap(pl.text)
		if pl.name != "" {
			tb.add(s.fill(b, el, pl, at))
		}
	}
	return textValue(tb.value(at, nil))
}

// fill returns what stands at a place of a pattern.
func (s *scope) fill(b *block, el element, pl place, at policy.Span) policy.Value {
	switch pl.name {
	case "P":
		return holeText(s.partition(b, at))
	case "A":
		return holeText(s.account(b, at))
	case "D":
		return holeText(s.dnsSuffix(b, at))
	case "R":
		return s.region(b, el, at)
	}
	own := holeText(s.attributeHole(b, el, pl.name, pl.form, at))
	t, set := s.argumentText(b, el, pl.name, at)
	switch {
	case pl.slash && (set && t.Is(pl.def) || !set && !b.isData()):
		return policy.Value{}
	case pl.slash && set && t.Known():
		tb := textBuilder{}
		tb.add(t)
		tb.gap("/")
		return tb.value(at, fixed{})
	case pl.slash:
		return own
	case !set && b.attribute(pl.name+"_prefix") != nil:
		prefix, _ := s.argumentText(b, el, pl.name+"_prefix", at)
		tb := textBuilder{}
		tb.add(prefix)
		tb.add(own)
		return tb.value(at, fixed{})
	case !set && pl.hasIt && !b.isData():
		return policy.NewValue(at, pl.def).WithOrigin(computed)
	case !set:
		return own
	}
	return pl.shape(t, own)
}

// argumentText returns an argument as text; it is not set if it is absent or
// null.
func (s *scope) argumentText(b *block, el element, name string, at policy.Span) (policy.Value, bool) {
	if b.attribute(name) == nil {
		return policy.Value{}, false
	}
	v := s.argument(b, el, name, at)
	return v.asText()
}

// shape makes of an argument what stands in the pattern: without the prefix,
// and with the form that is known of such an argument.
func (pl place) shape(t, own policy.Value) policy.Value {
	if pl.trim != "" {
		switch {
		case strings.HasPrefix(t.Prefix(), pl.trim):
			t = t.Slice(len(pl.trim), len(t.Text()))
		case !t.Known() && strings.HasPrefix(pl.trim, t.Prefix()):
			return own
		}
	}
	if holes := t.Holes(); t.Unknown() && len(holes) == 1 && holes[0].Form == policy.AnyForm {
		h := holes[0]
		h.Form = pl.form
		return holeText(h)
	}
	return t
}
