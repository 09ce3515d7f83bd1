package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// A scope is where an expression stands, and so what names mean in it. Scopes
// are not changed: an inner one is a copy.
type scope struct {
	*instance
	file *source.File

	block   *block  // that each, count and self are of; nil outside of blocks
	element element // the instance of it

	vars *binding // innermost first
	// splat is the whole expression if this one is taken for each item of a
	// splat: what it gives comes from all of it.
	splat *hcl.Range

	// document says that the expression is written in a policy: values that are
	// written elsewhere remember where it refers to them.
	document bool
	template bool // the file is a template, not a configuration
}

// A binding is a name that a for expression, a dynamic block or a template
// gives a value.
type binding struct {
	name  string
	value *value
	outer *binding
	item  *hclsyntax.AnonSymbolExpr // or the item of a splat
}

// An element is one instance of a block with count or for_each. The zero
// element is a symbolic one, which stands for any.
type element struct{ key, value *value }

func (e element) symbolic() bool { return e.key == nil }

// bind returns the scope with a name more.
func (s *scope) bind(name string, v *value) *scope {
	inner := *s
	inner.vars = &binding{name: name, value: v, outer: s.vars}
	return &inner
}

// bindItem returns the scope of what a splat takes of an item.
func (s *scope) bindItem(e *hclsyntax.SplatExpr, v *value) *scope {
	inner := *s
	inner.vars = &binding{item: e.Item, value: v, outer: s.vars}
	if s.splat == nil {
		inner.splat = &e.SrcRange
	}
	return &inner
}

// bound returns what a name is bound to.
func (s *scope) bound(name string) (*value, bool) {
	for b := s.vars; b != nil; b = b.outer {
		if b.item == nil && b.name == name {
			return b.value, true
		}
	}
	return nil, false
}

func (s *scope) boundItem(item *hclsyntax.AnonSymbolExpr) *value {
	for b := s.vars; b != nil; b = b.outer {
		if b.item == item {
			return b.value
		}
	}
	return nil
}

// in returns the scope of the arguments of a block's instance.
func (in *instance) in(b *block, e element) *scope {
	return &scope{instance: in, file: b.file, block: b, element: e}
}

// span returns the span of a range in the scope's file.
func (s *scope) span(r hcl.Range) policy.Span { return spanOf(s.file, r) }

// reach returns the span that what an expression refers to is used in.
func (s *scope) reach(e hclsyntax.Expression) policy.Span {
	if s.splat != nil {
		return s.span(*s.splat)
	}
	return s.span(e.Range())
}

// source returns the text of a range, on one line, shortened if it is long.
func (s *scope) source(r hcl.Range) string {
	src := bytesOf(s.file, r)
	text := strings.Join(strings.Fields(string(src[:min(len(src), 4*maxExpr)])), " ")
	if len(text) > maxExpr || len(src) > 4*maxExpr {
		return strings.ToValidUTF8(text[:min(len(text), maxExpr)], "") + "…"
	}
	return text
}

func bytesOf(f *source.File, r hcl.Range) []byte {
	from := min(max(r.Start.Byte, 0), len(f.Text))
	return f.Text[from:min(max(r.End.Byte, from), len(f.Text))]
}

// hole returns the expression as a hole: nothing is known of its value but
// what it is called.
func (s *scope) hole(e hclsyntax.Expression) policy.Hole {
	r := e.Range()
	return policy.Hole{Expr: s.source(r), ID: s.identity(e), Span: s.span(r)}
}

func (s *scope) unknown(e hclsyntax.Expression) *value { return holeValue(s.hole(e)) }

// wrong returns the value of an expression whose evaluation is an error.
func (s *scope) wrong(e hclsyntax.Expression) *value {
	v := s.unknown(e)
	v.failed = true
	return v
}

// identity returns what equal expressions in the module have in common, or ""
// where the same text may give another string elsewhere.
func (s *scope) identity(e hclsyntax.Expression) string {
	r := e.Range()
	if s.template || r.End.Byte-r.Start.Byte > maxIdentity {
		return ""
	}
	own, ok := false, true
	visit(e, func(n hclsyntax.Node) {
		switch n := n.(type) {
		case *hclsyntax.ScopeTraversalExpr:
			root := n.Traversal.RootName()
			own = own || root == "each" || root == "count" || root == "self" || root == "path"
			if _, bound := s.bound(root); bound {
				ok = false
			}
		case *hclsyntax.AnonSymbolExpr:
			ok = ok && s.boundItem(n) == nil
		case *hclsyntax.FunctionCallExpr:
			ok = ok && !impure[n.Name]
		}
	})
	if !ok || own && (s.block == nil || !s.element.symbolic()) {
		return ""
	}
	id := s.path + strings.Join(strings.Fields(string(bytesOf(s.file, r))), " ")
	if own {
		id += "@" + s.block.address
	}
	return id
}

// impure are the functions that give another result each time.
var impure = map[string]bool{"timestamp": true, "uuid": true, "bcrypt": true, "plantimestamp": true}

type visitor func(hclsyntax.Node)

func (v visitor) Enter(n hclsyntax.Node) hcl.Diagnostics { v(n); return nil }
func (v visitor) Exit(hclsyntax.Node) hcl.Diagnostics    { return nil }

// visit calls f for all nodes of an expression.
func visit(n hclsyntax.Node, f func(hclsyntax.Node)) { hclsyntax.Walk(n, visitor(f)) } //nolint:errcheck // f gives none
