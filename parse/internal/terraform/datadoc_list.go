package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// withVariables makes a policy variable of what is written &{name}, which the
// provider does in some arguments. Both texts have the same length.
func withVariables(v policy.Value) policy.Value {
	if !strings.Contains(v.Text(), "&{") {
		return v
	}
	origin := policy.Origin{Runs: v.Runs(), Use: v.Use(), Syntax: v.Syntax()}
	return policy.NewValue(v.Span, strings.ReplaceAll(v.Text(), "&{", "${"), v.Holes()...).WithOrigin(&origin)
}

func asWritten(v policy.Value) policy.Value { return v }

// stringSet reads an argument that is a set of strings. An empty one is as if
// it were not there.
func (s *scope) stringSet(a *hclsyntax.Attribute, make func(policy.Value) policy.Value) policy.List {
	l := s.stringList(a, make)
	if l.Empty() {
		return policy.List{}
	}
	return l
}

// stringList reads an argument that is a list of strings.
func (s *scope) stringList(a *hclsyntax.Attribute, make func(policy.Value) policy.Value) policy.List {
	if a == nil {
		return policy.List{}
	}
	v := s.eval(a.Expr)
	if v.kind == null {
		return policy.List{}
	}
	at := s.span(a.Expr.Range())
	s.spend(len(v.items), at)
	l := policy.List{Span: at, Key: s.span(a.NameRange), Written: v.kind == list && v.written && v.Span == at && s.alone()}
	switch v.kind {
	case list:
		l.Rest = append(l.Rest, v.rest...)
		for _, item := range v.items {
			addItem(&l, item, make)
		}
	case unknown:
		l.Rest = append(l.Rest, v.rest...)
	default:
		addItem(&l, v, make)
	}
	return policy.NewList(l)
}

// addItem adds one string; what cannot be one is taken as something unknown.
func addItem(l *policy.List, item *value, make func(policy.Value) policy.Value) {
	t, ok := item.asText()
	switch {
	case ok:
		l.Values = append(l.Values, make(t))
	case item.kind != null:
		l.Rest = append(l.Rest, item.restHole())
		l.Written = false
	}
}
