package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty/function"
)

// evalBinary evaluates a + b and the like. && and || may be decided by one
// side alone.
func (s *scope) evalBinary(e *hclsyntax.BinaryOpExpr) *value {
	a, b := s.eval(e.LHS), s.eval(e.RHS)
	s.spend(a.weight()+b.weight(), s.span(e.SrcRange))
	switch e.Op {
	case hclsyntax.OpLogicalAnd:
		if a.is(false) || b.is(false) {
			return boolValue(false, s.span(e.SrcRange))
		}
	case hclsyntax.OpLogicalOr:
		if a.is(true) || b.is(true) {
			return boolValue(true, s.span(e.SrcRange))
		}
	case hclsyntax.OpEqual, hclsyntax.OpNotEqual:
		if equal, sure := a.equals(b); sure {
			return boolValue(equal == (e.Op == hclsyntax.OpEqual), s.span(e.SrcRange))
		}
		return s.unknown(e)
	}
	return s.operate(e.Op.Impl, e, a, b)
}

func (s *scope) evalUnary(e *hclsyntax.UnaryOpExpr) *value {
	return s.operate(e.Op.Impl, e, s.eval(e.Val))
}

// operate applies an operator to known values.
func (s *scope) operate(f function.Function, e hclsyntax.Expression, args ...*value) *value {
	c := call{scope: s, args: args}
	if !c.known() {
		return s.unknown(e)
	}
	in := c.ctyArgs()
	if !conform(f, in) {
		return s.wrong(e)
	}
	out, err := f.Call(in)
	if err != nil {
		return s.wrong(e)
	}
	return fromCty(out, s.span(e.Range()))
}

// equals says whether two values are the same, and whether that is sure.
func (v *value) equals(w *value) (equal, sure bool) {
	switch {
	case v.kind == str && w.kind == str && v.document() == nil:
		if v.text.Same(w.text) {
			return true, true
		}
		return false, v.text.Known() && w.text.Known()
	case v.kind == unknown || w.kind == unknown || v.kind == blocks || w.kind == blocks:
		return false, false
	case v.kind == null || w.kind == null:
		return v.kind == w.kind, true
	case !v.known() || !w.known() || v.kind != w.kind:
		return false, false
	}
	return v.toCty().RawEquals(w.toCty()), true
}
