package terraform

import (
	"strconv"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

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

func numberValue(i int, at policy.Span) *value {
	return &value{kind: number, Span: at, text: policy.NewValue(at, strconv.Itoa(i)).WithOrigin(computed)}
}
