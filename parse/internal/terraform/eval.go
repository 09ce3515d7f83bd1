package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// eval returns what is known of an expression's value. What it cannot tell is
// a hole that is named after the smallest expression that cannot be told.
func (s *scope) eval(e hclsyntax.Expression) *value {
	if s.depth > maxDepth {
		s.stop(s.span(e.Range()), "depth", "evaluation stopped: expressions nest too deep in each other")
	}
	if !s.spend(1, s.span(e.Range())) || s.depth > maxDepth {
		return holeValue(policy.Hole{Expr: s.source(e.Range()), Span: s.span(e.Range())})
	}
	s.depth++
	v := s.evalKind(e)
	s.depth--
	switch {
	case v.size() > maxNodes:
		s.stop(s.span(e.Range()), "size", "a value is taken as unknown: it is too large")
		return s.unknown(e)
	case len(v.rest) > maxRest:
		short := *v
		short.rest = v.rest[:maxRest]
		return &short
	}
	return v
}

func (s *scope) evalKind(e hclsyntax.Expression) *value {
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		return s.evalTemplate(e)
	case *hclsyntax.ScopeTraversalExpr:
		return s.evalReference(e)
	case *hclsyntax.LiteralValueExpr:
		return s.evalLiteral(e)
	case *hclsyntax.TupleConsExpr:
		return s.evalTuple(e)
	case *hclsyntax.ObjectConsExpr:
		return s.evalObject(e)
	case *hclsyntax.FunctionCallExpr:
		return s.evalCall(e)
	case *hclsyntax.TemplateWrapExpr:
		return s.eval(e.Wrapped)
	case *hclsyntax.ParenthesesExpr:
		return s.eval(e.Expression)
	}
	return s.evalOperation(e)
}

// evalOperation evaluates what is rarer in policies.
func (s *scope) evalOperation(e hclsyntax.Expression) *value {
	switch e.(type) {
	case *hclsyntax.IndexExpr, *hclsyntax.RelativeTraversalExpr, *hclsyntax.SplatExpr:
		v := s.evalPart(e)
		if s.document && s.splat == nil {
			v = s.used(v, s.span(e.Range()))
		}
		return v
	}
	switch e := e.(type) {
	case *hclsyntax.ConditionalExpr:
		return s.evalConditional(e)
	case *hclsyntax.ForExpr:
		return s.evalFor(e)
	case *hclsyntax.AnonSymbolExpr:
		if v := s.boundItem(e); v != nil {
			return v
		}
	case *hclsyntax.BinaryOpExpr:
		return s.evalBinary(e)
	case *hclsyntax.UnaryOpExpr:
		return s.evalUnary(e)
	case *hclsyntax.TemplateJoinExpr:
		return s.evalJoin(e)
	case *hclsyntax.ObjectConsKeyExpr:
		return s.evalKey(e)
	}
	return s.unknown(e)
}

// evalPart evaluates what refers to a part of something.
func (s *scope) evalPart(e hclsyntax.Expression) *value {
	switch e := e.(type) {
	case *hclsyntax.IndexExpr:
		return s.evalIndex(e)
	case *hclsyntax.RelativeTraversalExpr:
		return s.follow(s.eval(e.Source), e.Traversal, e)
	case *hclsyntax.SplatExpr:
		return s.evalSplat(e)
	}
	return s.unknown(e)
}

// evalTuple evaluates [a, b].
func (s *scope) evalTuple(e *hclsyntax.TupleConsExpr) *value {
	v := &value{kind: list, Span: s.span(e.SrcRange), written: s.alone(), items: make([]*value, 0, len(e.Exprs))}
	for _, item := range e.Exprs {
		v.items = append(v.items, s.eval(item))
	}
	return v
}

// evalObject evaluates { a = b }.
func (s *scope) evalObject(e *hclsyntax.ObjectConsExpr) *value {
	v := &value{kind: object, Span: s.span(e.SrcRange), fields: make([]field, 0, len(e.Items))}
	for _, item := range e.Items {
		key, ok := s.eval(item.KeyExpr).asText()
		if !ok {
			v.rest = append(v.rest, s.hole(item.KeyExpr))
			continue
		}
		v.fields = append(v.fields, field{key, s.eval(item.ValueExpr)})
	}
	return v
}

// evalKey evaluates the key of an object, which may be a bare word.
func (s *scope) evalKey(e *hclsyntax.ObjectConsKeyExpr) *value {
	if t, ok := e.Wrapped.(*hclsyntax.ScopeTraversalExpr); ok && !e.ForceNonLiteral {
		if len(t.Traversal) > 1 {
			return s.wrong(e)
		}
		return textValue(s.verbatim(e.Range(), t.Traversal.RootName()))
	}
	if l, ok := e.Wrapped.(*hclsyntax.LiteralValueExpr); ok && !e.ForceNonLiteral {
		return textValue(s.verbatim(l.SrcRange, string(bytesOf(s.file, l.SrcRange))))
	}
	return s.eval(e.Wrapped)
}

// evalConditional evaluates a ? b : c.
func (s *scope) evalConditional(e *hclsyntax.ConditionalExpr) *value {
	cond := s.eval(e.Condition)
	switch {
	case cond.is(true):
		return s.eval(e.TrueResult)
	case cond.is(false):
		return s.eval(e.FalseResult)
	case cond.kind != unknown:
		return s.wrong(e)
	}
	h := s.hole(e)
	if len(h.Expr) > shortExpr {
		h.Expr = s.source(e.Condition.Range()) + " ? … : …"
	}
	return oneOf(h, s.eval(e.TrueResult), s.eval(e.FalseResult))
}
