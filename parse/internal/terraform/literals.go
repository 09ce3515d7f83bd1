package terraform

import (
	"go/token"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/parse/internal/grammar"
	"github.com/iamlint/iamlint/parse/internal/jsondoc"
	"github.com/iamlint/iamlint/parse/internal/source"
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

// A reading is what a literal is read as.
type reading struct {
	doc     *policy.Document
	problem *source.Problem // why the text is not JSON; nil once it is reported
}

// documentOf returns the policy whose text a value is. It is nil if the text is
// not known, or certainly not that of a policy; unresolved if it is a policy
// of which nothing can be told. That the text is not JSON is a problem.
func (in *instance) documentOf(v *value) *policy.Document {
	if d := v.document(); d != nil {
		return d
	}
	r := in.read(v)
	if r == nil {
		return nil
	}
	if r.problem != nil {
		in.problems = append(in.problems, *r.problem)
		r.problem = nil
	}
	return r.doc
}

// likelyDocument is documentOf where nothing but the text says that a value is
// a policy.
func (in *instance) likelyDocument(v *value) *policy.Document {
	if d := v.document(); d != nil {
		return d
	}
	if v.kind == str && v.source() == nil && !strings.Contains(v.text.Text(), "Statement") {
		return nil
	}
	if r := in.read(v); r != nil && looksLikePolicy(r.doc) {
		return r.doc
	}
	return nil
}

// read reads a literal, once.
func (in *instance) read(v *value) *reading {
	var key literal
	switch {
	case v.kind != str:
		return nil
	case v.source() != nil:
		key = literal{json: v.source()}
	case strings.HasPrefix(strings.TrimLeft(v.text.Prefix(), " \t\r\n"), "{"):
		key = literal{pos: v.text.Pos(), text: v.text.Text()}
	default:
		return nil
	}
	r := in.literals[key]
	if r == nil {
		if key.json != nil {
			r = &reading{doc: encoded(v)}
		} else {
			r = in.parsed(v)
		}
		in.literals[key] = r
	}
	return r
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
func (in *instance) parsed(v *value) *reading {
	node, problem := jsondoc.ParseText(v.text)
	if problem != nil {
		return &reading{&policy.Document{Span: v.text.Span, Head: v.mark(), Unresolved: true}, problem}
	}
	in.relocate(&node)
	d := grammar.Document(&node)
	d.Span, d.Syntax = v.text.Span, fixed{}
	switch {
	case v.whole() != nil:
		d.Syntax = jsonSyntax
	case v.extra != nil && v.syntax != nil:
		d.Syntax = v.syntax
		d.Head = v.head.Or(d.Head)
	}
	return &reading{doc: d}
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
	if in.blockOf[d] == nil {
		whole.Problems = append(whole.Problems, d.Problems...)
		return
	}
	if p := (part{whole, use}); !slices.Contains(in.parts[d], p) {
		in.parts[d] = append(in.parts[d], p)
	}
}
