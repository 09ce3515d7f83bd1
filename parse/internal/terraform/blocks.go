package terraform

import (
	"strconv"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// blockValue returns an instance of a block as a value, or, for the symbolic
// one of a block with count or for_each, all of them.
func blockValue(b *block, e element) *value {
	return &value{kind: blocks, Span: b.header(), extra: &extra{from: b, element: e}}
}

// one returns the instance with the key.
func one(v, key *value) *value {
	if !v.from.counted() {
		return v
	}
	return blockValue(v.from, element{key: key})
}

// instances returns all instances of a block: a list if it has count, a map if
// it has for_each.
func (s *scope) instances(v *value) *value {
	b := v.from
	switch {
	case b.attribute("count") != nil:
		return s.countInstances(b)
	case b.attribute("for_each") != nil:
		return s.eachInstances(b)
	}
	return &value{kind: list, Span: b.header(), items: []*value{v}}
}

func (s *scope) countInstances(b *block) *value {
	out := &value{kind: list, Span: b.header()}
	length := s.length(b)
	if n, ok := wholeNumber(length); ok && n <= maxCount {
		for i := range n {
			out.items = append(out.items, blockValue(b, element{key: numberValue(i, length.Span)}))
		}
		return out
	}
	out.rest = []policy.Hole{length.hole()}
	out.each = blockValue(b, element{})
	if atMostOne(length) {
		out.each = blockValue(b, element{key: numberValue(0, length.Span)})
	}
	return out
}

func (s *scope) eachInstances(b *block) *value {
	out := &value{kind: object, Span: b.header()}
	each := s.length(b)
	for _, p := range setPairs(each) {
		if key, ok := p.key.asText(); ok && len(out.fields) < maxInstances {
			out.fields = append(out.fields, field{key, blockValue(b, element(p))})
		}
	}
	if each.kind == unknown || each.open() || len(out.fields) == maxInstances {
		out.rest = []policy.Hole{{Expr: b.address, ID: s.qualified(b), Span: each.Span}}
		out.each = blockValue(b, element{})
	}
	return out
}

// elements returns the instances of a block with count or for_each, if it is
// known which there are.
func (in *instance) elements(b *block) []element {
	if all := in.knownElements(b); !all.more {
		return all.known
	}
	return nil
}

// elements are instances of a block.
type elements struct {
	known []element
	more  bool // there may be others
}

func (in *instance) knownElements(b *block) elements {
	if !b.counted() {
		return elements{}
	}
	if all, ok := in.known[b]; ok {
		return all
	}
	all := in.in(b, element{}).instances(blockValue(b, element{}))
	out := elements{more: all.open()}
	for _, item := range append(all.items, valuesOf(all)...) {
		out.known = append(out.known, item.element)
	}
	in.known[b] = out
	return out
}

// setPairs returns what for_each goes over: of a list, which must be a set, the
// keys are the items.
func setPairs(v *value) []pair {
	var all []pair
	for _, item := range v.items {
		all = append(all, pair{item, item})
	}
	for _, f := range v.ordered() {
		all = append(all, pair{textValue(f.key), f.value})
	}
	return all
}

// length returns what a block's count or for_each is.
func (s *scope) length(b *block) *value {
	a := b.attribute("count")
	if a == nil {
		a = b.attribute("for_each")
	}
	v := remember(s.lengths, b, func() *value { return s.in(b, element{}).eval(a.Expr) })
	if v == nil {
		v = holeValue(policy.Hole{Expr: b.address, Span: b.header()})
	}
	return v
}

func wholeNumber(v *value) (int, bool) {
	text, known := v.text.Literal()
	n, err := strconv.Atoi(text)
	return n, v.kind == number && known && err == nil && n >= 0
}

// atMostOne says whether a count is 0 or 1, whatever it depends on.
func atMostOne(count *value) bool {
	for _, v := range count.possible() {
		if n, ok := wholeNumber(v); !ok || n > 1 {
			return false
		}
	}
	return true
}

// each returns each.key or each.value.
func (s *scope) each(name string, e *hclsyntax.ScopeTraversalExpr) *value {
	v := s.element.value
	if name == "key" {
		v = s.element.key
	}
	if v == nil && s.block != nil && !s.element.symbolic() && name == "value" {
		v = s.eachValue()
	}
	if v == nil {
		return s.symbol("each."+name, e)
	}
	return v
}

// eachValue returns the value that for_each has for the instance's key.
func (s *scope) eachValue() *value {
	key, known := s.element.key.literal()
	if !known || s.block.attribute("for_each") == nil {
		return nil
	}
	for _, p := range setPairs(s.length(s.block)) {
		if k, ok := p.key.literal(); ok && k == key {
			return p.value
		}
	}
	return nil
}

// countIndex returns count.index.
func (s *scope) countIndex(e *hclsyntax.ScopeTraversalExpr) *value {
	switch {
	case s.block == nil || s.block.attribute("count") == nil:
	case s.element.key != nil:
		return s.element.key
	case atMostOne(s.length(s.block)):
		return numberValue(0, s.span(e.SrcRange))
	}
	return s.symbol("count.index", e)
}

// symbol returns what stands for each.key and the like of any instance.
func (s *scope) symbol(name string, e *hclsyntax.ScopeTraversalExpr) *value {
	h := policy.Hole{Expr: name, Span: s.span(e.SrcRange)}
	if s.block != nil {
		h.ID = name + "@" + s.qualified(s.block)
	}
	return holeValue(h)
}

// qualified returns the address of a block among all modules.
func (in *instance) qualified(b *block) string { return in.path + b.address }
