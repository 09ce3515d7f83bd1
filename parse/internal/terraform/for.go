package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// A pair is an item of a list with its index, or a member of an object.
type pair struct{ key, value *value }

// pairs returns what a for expression goes over, and what there may be more of
// it. One of the items may be what any further one looks like: then it is
// only in each.
func (s *scope) pairs(v *value, e hclsyntax.Expression) (known []pair, rest []policy.Hole) {
	if v.kind == blocks {
		v = s.instances(v)
	}
	switch v.kind {
	case list:
		for i, item := range v.items {
			key := item
			if !v.isSet {
				key = numberValue(i, v.Span)
			}
			known = append(known, pair{key, item})
		}
	case object:
		for _, f := range v.ordered() {
			known = append(known, pair{textValue(f.key), f.value})
		}
	case unknown:
		return nil, []policy.Hole{v.hole()}
	default:
		return nil, []policy.Hole{s.hole(e)}
	}
	return known, v.rest
}

// evalFor evaluates [for x in y : z] and {for x in y : k => v}.
func (s *scope) evalFor(e *hclsyntax.ForExpr) *value {
	coll := s.eval(e.CollExpr)
	known, rest := s.pairs(coll, e)
	out := &value{kind: list, Span: s.span(e.SrcRange), rest: rest}
	if e.KeyExpr != nil {
		out.kind = object
	}
	if e.Group {
		return s.unknown(e)
	}
	if len(rest) > 0 && coll.each != nil && e.KeyExpr == nil {
		out.each = s.forScope(e, pair{s.unknown(e.CollExpr), coll.each}).eval(e.ValExpr)
	}
	for _, o := range coll.options() {
		for _, item := range o.items {
			s.forScope(e, pair{s.unknown(e.CollExpr), item}).evalForOption(e, out, o.hole)
		}
	}
	for _, p := range known {
		s.forScope(e, p).evalForItem(e, out)
		if len(out.items)+len(out.fields) > maxItems {
			s.stop(out.Span, "items", "a list is taken as unknown: it is too long")
			return s.unknown(e)
		}
	}
	return out
}

func (s *scope) forScope(e *hclsyntax.ForExpr, p pair) *scope {
	inner := s.bind(e.ValVar, p.value)
	if e.KeyVar != "" {
		inner = inner.bind(e.KeyVar, p.key)
	}
	return inner
}

// evalForItem adds what a for expression gives for one item. An item whose
// condition cannot be told may or may not be there.
func (s *scope) evalForItem(e *hclsyntax.ForExpr, out *value) {
	if e.CondExpr != nil {
		switch cond := s.eval(e.CondExpr); {
		case cond.is(false):
			return
		case !cond.is(true):
			h := s.hole(e)
			if len(out.rest) == 0 || out.rest[len(out.rest)-1] != h {
				out.rest = append(out.rest, h)
			}
			s.mayAdd(e, out, h)
			return
		}
	}
	item := s.eval(e.ValExpr)
	if e.KeyExpr == nil {
		out.items = append(out.items, item)
		return
	}
	key, ok := s.eval(e.KeyExpr).asText()
	if !ok {
		out.rest = append(out.rest, s.hole(e.KeyExpr))
		return
	}
	out.fields = append(out.fields, field{key, item})
}

// evalForOption adds what a for expression gives for an item that may be there.
func (s *scope) evalForOption(e *hclsyntax.ForExpr, out *value, h policy.Hole) {
	if e.CondExpr == nil || !s.eval(e.CondExpr).is(false) {
		s.mayAdd(e, out, h)
	}
}

// mayAdd adds an item that may be there, which the hole stands for.
func (s *scope) mayAdd(e *hclsyntax.ForExpr, out *value, h policy.Hole) {
	if e.KeyExpr != nil {
		return
	}
	if out.extra == nil {
		out.extra = &extra{}
	}
	item := s.eval(e.ValExpr)
	if n := len(out.extra.options); n > 0 && out.extra.options[n-1].hole == h {
		out.extra.options[n-1].items = append(out.extra.options[n-1].items, item)
		return
	}
	out.extra.options = append(out.extra.options, option{h, []*value{item}})
}
