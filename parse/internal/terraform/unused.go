package terraform

import (
	"bytes"
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// collectLocals finds policies that are written in locals and that nothing
// uses. Only locals that look it are evaluated.
func (r *registry) collectLocals() {
	names := make([]string, 0, len(r.config.locals))
	for name := range r.config.locals {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		d := r.config.locals[name]
		if !bytes.Contains(bytesOf(d.file, d.expr.Range()), []byte("Statement")) {
			continue
		}
		if v, ok := r.local(name, policy.Hole{}); ok {
			r.collectLocal(name, v)
		}
	}
}

func (r *registry) collectLocal(name string, v *value) {
	for _, v := range v.possible() {
		for _, item := range append(valuesOf(v), v.items...) {
			r.collectLocal(name, item)
		}
		if v.document() != nil {
			continue
		}
		if d := r.likelyDocument(v); d != nil && r.entries[d] == nil {
			r.entry(d).local = name
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
		return root == "local" || root == "data" && len(e.Traversal) > 2 && attrName(e.Traversal[1]) == "aws_iam_policy_document"
	}
	return true
}
