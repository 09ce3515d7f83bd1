package terraform

import (
	"encoding/json"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// jsonEncode returns the JSON of a value, and remembers the value: a policy is
// read from that.
func jsonEncode(c *call) *value {
	a := c.arg(0)
	b := textBuilder{}
	c.addJSON(&b, a)
	v := c.text(&b)
	v.extra = &extra{json: a}
	return v
}

// addJSON adds the JSON of a value.
func (s *scope) addJSON(b *textBuilder, v *value) {
	switch {
	case b.overflow:
	case v.kind == blocks:
		b.add(holeText(v.restHole()))
	case v.kind == null:
		b.gap("null")
	case v.kind == str:
		b.addQuoted(v.text)
	case v.kind == list:
		b.gap("[")
		for i, item := range v.items {
			if i > 0 {
				b.gap(",")
			}
			s.addJSON(b, item)
		}
		b.addRest(v)
		b.gap("]")
	case v.kind == object:
		b.gap("{")
		for i, f := range v.fields {
			if i > 0 {
				b.gap(",")
			}
			b.addQuoted(f.key)
			b.gap(":")
			s.addJSON(b, f.value)
		}
		b.addRest(v)
		b.gap("}")
	default:
		t, _ := v.asText()
		b.add(t)
	}
}

// addRest adds the further items or members of a value, which are holes.
func (b *textBuilder) addRest(v *value) {
	for _, h := range v.rest {
		b.add(holeText(h))
	}
}

// restHole returns the first thing that is not known of a value.
func (v *value) restHole() policy.Hole {
	if len(v.rest) > 0 {
		return v.rest[0]
	}
	for _, f := range v.fields {
		if !f.key.Known() {
			return f.key.Holes()[0]
		}
	}
	return policy.Hole{Expr: "?", Span: v.Span}
}

// addQuoted adds a string as JSON has it. The quotes of a string that is
// written with quotes are its own.
func (b *textBuilder) addQuoted(v policy.Value) {
	open, end := policy.Span{}, policy.Span{}
	if runs := v.Runs(); len(runs) == 1 && v.Known() && runs[0].Pos() == v.Pos()+1 && runs[0].End() == v.End()-1 {
		open, end = policy.NewSpan(v.Pos(), v.Pos()+1), policy.NewSpan(v.End()-1, v.End())
	}
	b.mark(`"`, open)
	text := v.Text()
	for at := 0; at < len(text) || at == 0; {
		i := strings.IndexFunc(text[at:], needsEscape)
		if i < 0 {
			b.add(v.Slice(at, len(text)))
			break
		}
		b.add(sliceBefore(v, at, at+i))
		size := len(string([]rune(text[at+i:])[:1]))
		escaped, _ := json.Marshal(text[at+i : at+i+size])
		b.mark(string(escaped[1:len(escaped)-1]), v.Sub(at+i, at+i+size))
		at += i + size
	}
	b.mark(`"`, end)
}

// sliceBefore returns a part of a string without the holes at its end, which
// belong to the part that follows.
func sliceBefore(v policy.Value, from, to int) policy.Value {
	part := v.Slice(from, to)
	holes := part.Holes()
	n := len(holes)
	for n > 0 && holes[n-1].At == to-from && to > from {
		n--
	}
	return policy.NewValue(part.Span, part.Text(), holes[:n]...).WithOrigin(&policy.Origin{Runs: part.Runs()})
}

// mark adds text that the bytes at the span wrote, if any did.
func (b *textBuilder) mark(text string, at policy.Span) {
	if !at.IsValid() {
		b.gap(text)
		return
	}
	b.literal(text, []policy.Run{{At: 0, Len: len(text), Span: at}})
}
