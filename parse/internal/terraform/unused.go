package terraform

import (
	"bytes"
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// collectUnused finds policies that are written in locals and outputs and that
// nothing uses. Only what looks it is evaluated.
func (r *registry) collectUnused() {
	names := make([]string, 0, len(r.config.locals))
	for name := range r.config.locals {
		names = append(names, name)
	}
	slices.Sort(names)
	seen := map[*value]bool{} // locals have each other in them
	for _, name := range names {
		d := r.config.locals[name]
		if !bytes.Contains(bytesOf(d.file, d.expr.Range()), []byte("Statement")) {
			continue
		}
		if v, ok := r.local(name, policy.Hole{}); ok {
			r.collectValue("local."+name, v, seen)
		}
	}
	for _, b := range r.outputs {
		if a := b.attribute("value"); a != nil && bytes.Contains(bytesOf(b.file, a.Expr.Range()), []byte("Statement")) {
			r.collectValue(b.address, r.in(b, element{}).eval(a.Expr), seen)
		}
	}
}

// collectValue takes in the policies in a value that is written in a local or
// an output.
func (r *registry) collectValue(address string, v *value, seen map[*value]bool) {
	if seen[v] {
		return
	}
	seen[v] = true
	for _, v := range v.possible() {
		for _, item := range v.items {
			r.collectValue(address, item, seen)
		}
		for _, f := range v.fields {
			r.collectValue(address, f.value, seen)
		}
		if v.document() != nil {
			continue
		}
		if d := r.likelyDocument(v); d != nil && r.entries[d] == nil {
			r.entry(d).written = address
		}
	}
}

// mayHoldPolicy says whether an argument of a module may be a policy, or have
// one in it: it is put together from strings, or refers to something that may
// be one.
func mayHoldPolicy(e hclsyntax.Expression) bool {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return false
	case *hclsyntax.TemplateExpr:
		return len(e.Parts) > 1 || e.Range().End.Line > e.Range().Start.Line
	case *hclsyntax.ScopeTraversalExpr:
		root := e.Traversal.RootName()
		return root == "local" || root == "data" && len(e.Traversal) > 2 && makesDocument(attrName(e.Traversal[1]))
	}
	return true
}
