package terraform

import (
	"bytes"
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// name names the documents that are not data documents after what first uses
// them, with the attribute if that has several of a kind.
func (r *registry) name(all []*policy.Document) {
	type owned struct {
		address string
		purpose
	}
	count := map[owned]int{}
	firstOf := func(e *entry, d *policy.Document) (usage, bool) {
		i := slices.IndexFunc(e.uses, func(u usage) bool {
			return !u.known || u.purpose == purpose{d.Kind, d.Service, d.NoResource}
		})
		if i < 0 {
			return usage{}, false
		}
		return e.uses[i], true
	}
	each := func(f func(d *policy.Document, u usage, k owned)) {
		for _, d := range all {
			e := r.entryOf(d)
			if u, ok := firstOf(e, d); ok && !e.data {
				f(d, u, owned{u.Address, purpose{d.Kind, d.Service, d.NoResource}})
			}
		}
	}
	each(func(_ *policy.Document, _ usage, k owned) { count[k]++ })
	each(func(d *policy.Document, u usage, k owned) {
		if d.Name = u.Address; count[k] > 1 {
			d.Name += "." + u.place
		}
	})
	for _, d := range all {
		if e := r.entryOf(d); d.Name == "" && e.local != "" {
			d.Name = r.path + "local." + e.local
		}
	}
}

// entryOf returns the entry that a document, or that whose twin it is, has.
func (r *registry) entryOf(d *policy.Document) *entry {
	if d.Twin != nil {
		d = d.Twin
	}
	return r.entries[d]
}

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
		if d := r.documentOf(v); d != nil && (looksLikePolicy(d)) && r.entries[d] == nil {
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
