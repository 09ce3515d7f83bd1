package terraform

import (
	"strconv"

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

func numberValue(i int, at policy.Span) *value {
	return &value{kind: number, Span: at, text: policy.NewValue(at, strconv.Itoa(i)).WithOrigin(computed)}
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

// evalSplat evaluates x[*].y and x.*.y. A value that is no list is taken as a
// list of one, and null as an empty one.
func (s *scope) evalSplat(e *hclsyntax.SplatExpr) *value {
	src := s.eval(e.Source)
	if src.kind == blocks && src.element.symbolic() && src.from.counted() {
		src = s.instances(src)
	}
	out := &value{kind: list, Span: s.span(e.SrcRange)}
	switch src.kind {
	case null:
	case unknown:
		out.rest = []policy.Hole{s.hole(e)}
	case list:
		for _, item := range src.items {
			out.items = append(out.items, s.bindItem(e, item).eval(e.Each))
		}
		if src.open() {
			out.rest = []policy.Hole{s.hole(e)}
		}
		if src.each != nil {
			out.each = s.bindItem(e, src.each).eval(e.Each)
		}
	default:
		out.items = []*value{s.bindItem(e, src).eval(e.Each)}
	}
	return out
}

// evalIndex evaluates x[y], where y is not written as a plain literal.
func (s *scope) evalIndex(e *hclsyntax.IndexExpr) *value {
	return s.index(s.eval(e.Collection), s.eval(e.Key), e)
}

// index returns an item of a list or object.
func (s *scope) index(v, key *value, e hclsyntax.Expression) *value {
	switch v.kind {
	case blocks:
		return one(v, key)
	case list:
		return s.indexList(v, key, e)
	case object:
		s.spend(len(v.fields)/32, s.span(e.Range()))
		return s.indexObject(v, key, e)
	case unknown:
		return v.part("["+show(key)+"]", "["+idOf(key)+"]", s.span(e.Range()))
	}
	return s.wrong(e)
}

func (s *scope) indexList(v, key *value, e hclsyntax.Expression) *value {
	text, known := key.text.Literal()
	i, err := strconv.Atoi(text)
	switch {
	case v.open() && v.each != nil && len(v.items) == 0:
		return v.each
	case v.open():
		return s.unknown(e)
	case key.kind == unknown || !known || v.isSet && !v.known():
		return oneOf(s.hole(e), v.items...)
	case err != nil || i < 0:
		return s.wrong(e)
	case i < len(v.items):
		return v.items[i]
	}
	return s.wrong(e)
}

func (s *scope) indexObject(v, key *value, e hclsyntax.Expression) *value {
	name, known := key.text.Literal()
	if key.kind == unknown || !known {
		if v.open() {
			return s.unknown(e)
		}
		all := make([]*value, 0, len(v.fields))
		for _, f := range v.fields {
			all = append(all, f.value)
		}
		return oneOf(s.hole(e), all...)
	}
	if item, ok := v.get(name); ok {
		return item
	}
	switch {
	case v.each != nil:
		return v.each
	case v.uncertain():
		return s.unknown(e)
	}
	return s.wrong(e)
}
