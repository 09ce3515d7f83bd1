package terraform

import (
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/iamlint/iamlint/policy"
)

// part returns what an unknown value has at an index or under a name: a hole
// with the name of the value's own, and the step behind it.
func (v *value) part(expr, id string, at policy.Span) *value {
	h := v.hole()
	h.Expr, h.Span, h.Form = h.Expr+expr, at, policy.AnyForm
	if h.ID != "" && id != "" {
		h.ID += id
	} else {
		h.ID = ""
	}
	out := holeValue(h)
	out.failed = v.failed
	return out
}

// idOf returns what identifies the text of a key, or "".
func idOf(key *value) string {
	t, ok := key.asText()
	if !ok {
		return ""
	}
	return canonical(t)
}

// canonical returns what only equal strings have in common: their text, with
// each hole as its ID. It is "" if a hole has none.
func canonical(t policy.Value) string {
	if text, known := t.Literal(); known {
		return strconv.Quote(text)
	}
	var b strings.Builder
	at := 0
	for _, h := range t.Holes() {
		if h.ID == "" {
			return ""
		}
		b.WriteString(strconv.Quote(t.Text()[at:h.At]))
		b.WriteString("<" + h.ID + ">")
		at = h.At
	}
	b.WriteString(strconv.Quote(t.Text()[at:]))
	return b.String()
}

// show returns a key as people write it.
func show(key *value) string {
	t, ok := key.asText()
	switch {
	case !ok:
		return "?"
	case key.kind == number:
		return t.Text()
	case t.Known():
		return strconv.Quote(t.Text())
	case t.Unknown() && len(t.Holes()) == 1:
		return t.Holes()[0].Expr
	}
	return strconv.Quote(t.String())
}

// keyValue returns the key of an index that is written as a literal.
func keyValue(k cty.Value, at policy.Span) *value {
	switch {
	case !k.IsKnown() || k.IsNull():
	case k.Type() == cty.String:
		return textValue(policy.NewValue(at, k.AsString()).WithOrigin(computed))
	case k.Type() == cty.Number && numberText(k.AsBigFloat()) != "":
		return &value{kind: number, Span: at, text: policy.NewValue(at, numberText(k.AsBigFloat())).WithOrigin(computed)}
	}
	return holeValue(policy.Hole{Expr: "?", Span: at})
}

// stepText returns a traversal as it is written.
func stepText(steps hcl.Traversal) string {
	var b strings.Builder
	for _, st := range steps {
		switch st := st.(type) {
		case hcl.TraverseAttr:
			b.WriteString("." + st.Name)
		case hcl.TraverseIndex:
			b.WriteString("[" + show(keyValue(st.Key, policy.Span{})) + "]")
		}
	}
	return b.String()
}
