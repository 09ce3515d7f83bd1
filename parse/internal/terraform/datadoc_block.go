package terraform

import (
	"strconv"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// A nested is one block in a block: written as it is, or made by a dynamic
// block.
type nested struct {
	policy.Span
	head  policy.Span // its name
	scope *scope
	body  *hclsyntax.Body

	optional bool          // may not be there
	more     bool          // stands for any number, which
	holes    []policy.Hole // depends on these
}

// blocks returns the blocks of a type, in order.
func (s *scope) blocks(body *hclsyntax.Body, kind string) []nested {
	var all []nested
	for _, b := range body.Blocks {
		switch {
		case b.Type == kind:
			all = append(all, nested{Span: s.span(b.Range()), head: s.span(b.TypeRange), scope: s, body: b.Body})
		case b.Type == "dynamic" && len(b.Labels) == 1 && b.Labels[0] == kind:
			all = append(all, s.dynamic(b)...)
		}
	}
	return all
}

// dynamic returns the blocks that a dynamic block makes. Where it cannot be
// told what it goes over, one block stands for all.
func (s *scope) dynamic(b *hclsyntax.Block) []nested {
	content := contentOf(b)
	each := b.Body.Attributes["for_each"]
	if content == nil || each == nil {
		return nil
	}
	one := nested{Span: s.span(b.Range()), head: s.span(b.DefRange()), scope: s, body: content.Body}
	name := b.Labels[0]
	if it := b.Body.Attributes["iterator"]; it != nil {
		name = hcl.ExprAsKeyword(it.Expr)
	}
	v := s.eval(each.Expr)
	var all []nested
	for _, v := range v.possible() {
		all = append(all, s.expand(one, name, v, each.Expr)...)
	}
	if len(v.alts) > 0 {
		for i := range all {
			all[i].optional = true
			all[i].holes = append(all[i].holes, v.hole())
		}
	}
	return all
}

func contentOf(b *hclsyntax.Block) *hclsyntax.Block {
	for _, inner := range b.Body.Blocks {
		if inner.Type == "content" {
			return inner
		}
	}
	return nil
}

// expand makes a block for each item that is known, and a symbolic one for
// those that may come on top.
func (s *scope) expand(one nested, name string, v *value, e hclsyntax.Expression) []nested {
	if v.kind == null {
		return nil
	}
	known, rest := s.pairs(v, e)
	var all []nested
	for _, p := range known[:min(len(known), maxInstances)] {
		n := one
		n.scope = s.bind(name, iterator(p.key, p.value))
		all = append(all, n)
	}
	for _, o := range v.options() {
		for _, item := range o.items {
			n := one
			n.scope = s.bind(name, iterator(s.unknown(e), item))
			n.optional, n.holes = true, []policy.Hole{o.hole}
			all = append(all, n)
		}
	}
	if v.kind == list && v.each == nil {
		rest = v.unexplained()
	}
	if len(rest) > 0 {
		n := one
		id := s.path + s.file.Path + "#" + strconv.Itoa(s.file.Offset(one.Pos()))
		key := holeValue(policy.Hole{Expr: name + ".key", ID: id + ".key", Span: one.head})
		item := v.each
		if item == nil {
			item = holeValue(policy.Hole{Expr: name + ".value", ID: id + ".value", Span: one.head})
		}
		n.scope = s.bind(name, iterator(key, item))
		n.optional, n.more, n.holes = true, true, rest
		all = append(all, n)
	}
	return all
}

func iterator(key, item *value) *value {
	name := func(text string) policy.Value { return policy.NewValue(policy.Span{}, text) }
	return &value{kind: object, fields: []field{{name("key"), key}, {name("value"), item}}}
}
