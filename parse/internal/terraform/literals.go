package terraform

import (
	"go/token"
	"strings"

	"github.com/iamlint/iamlint/parse/internal/grammar"
	"github.com/iamlint/iamlint/parse/internal/jsondoc"
	"github.com/iamlint/iamlint/policy"
)

// A literal identifies a policy that is written as JSON or by jsonencode: what
// it is made of, or where its text is.
type literal struct {
	json *value
	pos  token.Pos
	text string
}

// A part is the use of one document in another.
type part struct {
	of  *policy.Document
	use policy.Use
}

// documentOf returns the policy whose text a value is. It is nil if the text is
// not known, or certainly not that of a policy; unresolved if it is a policy
// of which nothing can be told.
func (in *instance) documentOf(v *value) *policy.Document {
	if d := v.document(); d != nil {
		return d
	}
	switch {
	case v.kind != str:
		return nil
	case v.source() != nil:
		return in.remembered(literal{json: v.source()}, func() *policy.Document { return encoded(v) })
	case !strings.HasPrefix(strings.TrimLeft(v.text.Prefix(), " \t\r\n"), "{"):
		return nil
	}
	return in.remembered(literal{pos: v.text.Pos(), text: v.text.Text()}, func() *policy.Document { return in.parsed(v) })
}

func (in *instance) remembered(key literal, read func() *policy.Document) *policy.Document {
	d, ok := in.literals[key]
	if !ok {
		d = read()
		in.literals[key] = d
	}
	return d
}

// encoded reads what is given to jsonencode.
func encoded(v *value) *policy.Document {
	node := toTree(v.source())
	if v.source().kind != object {
		return unresolved(v.Span, policy.Hole{Expr: v.textHole().Expr, Span: v.Span})
	}
	d := grammar.Document(&node)
	d.Span, d.Syntax = v.Span, hclSyntax
	d.Head = policy.NewSpan(v.Pos(), v.Pos()+token.Pos(len("jsonencode")))
	return d
}

// parsed reads JSON text.
func (in *instance) parsed(v *value) *policy.Document {
	node, problem := jsondoc.ParseText(v.text)
	if problem != nil {
		in.problems = append(in.problems, *problem)
		return &policy.Document{Span: v.text.Span, Head: v.mark(), Unresolved: true}
	}
	d := grammar.Document(&node)
	d.Span, d.Syntax = v.text.Span, fixed{}
	if v.extra != nil && v.syntax != nil {
		d.Syntax = v.syntax
		d.Head = v.head.Or(d.Head)
	}
	return d
}

// mark returns a short stretch to point at when speaking of a text.
func (v *value) mark() policy.Span {
	if v.extra == nil {
		return v.text.Span
	}
	return v.head.Or(v.text.Span)
}

// unresolved returns a policy of which nothing is known.
func unresolved(at policy.Span, h policy.Hole) *policy.Document {
	return &policy.Document{Span: at, Head: at, Rest: []policy.Hole{h}, Unresolved: true}
}

// textHole returns the first thing that is not known of a string.
func (v *value) textHole() policy.Hole {
	if t, ok := v.asText(); ok && !t.Known() {
		return t.Holes()[0]
	}
	return policy.Hole{Expr: "?", Span: v.Span}
}

// partOf records that a document goes into another one.
func (in *instance) partOf(d, whole *policy.Document, use policy.Use) {
	for _, own := range in.documents {
		if own == d {
			in.parts[d] = append(in.parts[d], part{whole, use})
			return
		}
	}
	whole.Problems = append(whole.Problems, d.Problems...)
}
