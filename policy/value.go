package policy

import "strings"

// A Value is a string of a policy: literal text with holes in it.
//
// Policy variables such as ${aws:username} are part of the text: whether they
// are variables depends on the document's version, see [Variables].
type Value struct {
	Span          // the expression that wrote it: "s3:*", with its quotes
	text   string // without the holes
	holes  []Hole
	origin *Origin
}

// NewValue returns a value written by the bytes at span, whose text starts one
// byte into the span and stands there as it is: a quoted string without
// escapes. Where that does not hold, the value needs an [Origin].
func NewValue(span Span, text string, holes ...Hole) Value {
	return Value{Span: span, text: text, holes: holes}
}

// WithOrigin returns the value with an origin.
func (v Value) WithOrigin(o *Origin) Value {
	v.origin = o
	return v
}

// Literal returns the value's text if all of it is known.
func (v Value) Literal() (text string, ok bool) { return v.text, len(v.holes) == 0 }

// Is says whether the value certainly is the text.
func (v Value) Is(text string) bool { return v.text == text && len(v.holes) == 0 }

// Text returns what is known of the text: everything but the holes.
func (v Value) Text() string { return v.text }

// Holes returns the holes, by place.
func (v Value) Holes() []Hole { return v.holes }

// Known says whether the value has no holes.
func (v Value) Known() bool { return len(v.holes) == 0 }

// Unknown says whether nothing at all is known of the text.
func (v Value) Unknown() bool { return v.text == "" && len(v.holes) > 0 }

// Prefix returns the known text in front of the first hole.
func (v Value) Prefix() string {
	if len(v.holes) == 0 {
		return v.text
	}
	return v.text[:v.holes[0].At]
}

// Suffix returns the known text after the last hole.
func (v Value) Suffix() string {
	if len(v.holes) == 0 {
		return v.text
	}
	return v.text[v.holes[len(v.holes)-1].At:]
}

// String returns the text with each hole as ${expression}.
func (v Value) String() string { return v.render(func(h Hole) string { return "${" + h.Expr + "}" }) }

// Shape returns the text with each hole as *, such as "arn:*:s3:::*": what
// form the value has.
func (v Value) Shape() string { return v.render(func(Hole) string { return "*" }) }

func (v Value) render(show func(Hole) string) string {
	if len(v.holes) == 0 {
		return v.text
	}
	var b strings.Builder
	at := 0
	for _, h := range v.holes {
		b.WriteString(v.text[at:h.At])
		b.WriteString(show(h))
		at = h.At
	}
	b.WriteString(v.text[at:])
	return b.String()
}

// Same says whether two values certainly are the same string.
func (v Value) Same(other Value) bool {
	if v.text != other.text || len(v.holes) != len(other.holes) {
		return false
	}
	for i, h := range v.holes {
		if g := other.holes[i]; g.At != h.At || !h.Same(g) {
			return false
		}
	}
	return true
}

// Cut splits the value around the first sep in the known text; after and
// before keep their positions. It is not ok if sep is not there, or if a hole
// in front of it may hold one: then it is not known what comes first.
func (v Value) Cut(sep byte) (before, after Value, ok bool) {
	i := strings.IndexByte(v.text, sep)
	if i < 0 {
		return v, Value{}, false
	}
	for _, h := range v.holes {
		if h.At <= i && !h.Form.Excludes(sep) {
			return v, Value{}, false
		}
	}
	return v.Slice(0, i), v.Slice(i+1, len(v.text)), true
}

// Excludes says whether strings of the form never hold the byte.
func (f Form) Excludes(c byte) bool {
	switch c {
	case ':', '*', '?', ' ', '\t':
		return f.Safe()
	case '/':
		return f.Safe() && f != SafeForm && f != PathForm
	}
	return false
}

// Slice returns the part of the value that has the text from one byte to
// another. Holes that stand at either end belong to it.
func (v Value) Slice(from, to int) Value {
	part := Value{Span: v.Sub(from, to), text: v.text[from:to]}
	for _, h := range v.holes {
		if h.At >= from && h.At <= to {
			h.At -= from
			part.holes = append(part.holes, h)
		}
	}
	part.origin = v.origin.slice(v.Span, from, to)
	return part
}
