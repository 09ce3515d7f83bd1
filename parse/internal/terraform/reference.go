package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// evalReference evaluates a.b.c[0].
func (s *scope) evalReference(e *hclsyntax.ScopeTraversalExpr) *value {
	v, steps := s.root(e)
	v = s.follow(v, steps, e)
	if s.document {
		v = s.used(v, s.span(e.SrcRange))
	}
	return v
}

// root returns what the first names of a reference refer to, and the steps
// that are left.
func (s *scope) root(e *hclsyntax.ScopeTraversalExpr) (*value, hcl.Traversal) {
	name, steps := e.Traversal.RootName(), e.Traversal[1:]
	if v, ok := s.bound(name); ok {
		return v, steps
	}
	switch name {
	case "self":
		if s.block != nil {
			return blockValue(s.block, s.element), steps
		}
		return s.unknown(e), nil
	case "terraform":
		return holeValue(policy.Hole{Expr: s.source(e.SrcRange), ID: s.source(e.SrcRange), Form: policy.SafeForm, Span: s.span(e.SrcRange)}), nil
	case "data":
		if len(steps) >= 2 {
			return s.declared("data."+attrName(steps[0])+"."+attrName(steps[1]), e, steps[2:])
		}
		return s.unknown(e), nil
	}
	if len(steps) == 0 {
		return s.unknown(e), nil
	}
	return s.named(name, attrName(steps[0]), e, steps[1:])
}

// named returns what two names refer to.
func (s *scope) named(root, name string, e *hclsyntax.ScopeTraversalExpr, steps hcl.Traversal) (*value, hcl.Traversal) {
	var v *value
	var ok bool
	switch root {
	case "local":
		v, ok = s.local(name, s.hole(e))
	case "var":
		v, ok = s.variable(name, s.hole(e))
	case "each":
		return s.each(name, e), steps
	case "count":
		return s.countIndex(e), steps
	case "path":
		v, ok = s.pathReference(name, e)
	case "module":
		return s.module(name, e, steps)
	default:
		return s.declared(root+"."+name, e, steps)
	}
	if !ok {
		return s.unknown(e), nil
	}
	return v, steps
}

// declared returns the resource or data source with the address. What is not
// declared is unknown.
func (s *scope) declared(address string, e *hclsyntax.ScopeTraversalExpr, steps hcl.Traversal) (*value, hcl.Traversal) {
	if b := s.byAddress[address]; b != nil {
		return blockValue(b, element{}), steps
	}
	return s.unknown(e), nil
}

// module returns an output of a module that is called. Modules are not looked
// into: it is unknown.
func (s *scope) module(_ string, e *hclsyntax.ScopeTraversalExpr, _ hcl.Traversal) (*value, hcl.Traversal) {
	return s.unknown(e), nil
}

// pathReference returns path.module and the like, relative to the root module.
func (s *scope) pathReference(name string, e *hclsyntax.ScopeTraversalExpr) (*value, bool) {
	if name == "cwd" {
		return nil, false
	}
	at := s.span(e.SrcRange)
	return textValue(policy.NewValue(at, ".").WithOrigin(computed)), true
}

func attrName(step hcl.Traverser) string {
	if a, ok := step.(hcl.TraverseAttr); ok {
		return a.Name
	}
	return ""
}

// follow takes the steps of a traversal from a value.
func (s *scope) follow(v *value, steps hcl.Traversal, e hclsyntax.Expression) *value {
	for i, step := range steps {
		if v.kind == unknown {
			text := stepText(steps[i:])
			return v.part(text, text, s.reach(e))
		}
		switch step := step.(type) {
		case hcl.TraverseIndex:
			v = s.index(v, keyValue(step.Key, s.span(step.SrcRange)), e)
		case hcl.TraverseAttr:
			v = s.member(v, step.Name, e)
		default:
			return s.unknown(e)
		}
	}
	return v
}

// member returns what a value has under a name.
func (s *scope) member(v *value, name string, e hclsyntax.Expression) *value {
	switch v.kind {
	case blocks:
		return s.attribute(v.from, v.element, name, s.reach(e))
	case object:
		return s.index(v, textValue(policy.NewValue(policy.Span{}, name)), e)
	case list:
		if v.open() && v.each != nil && len(v.items) == 0 {
			return s.member(v.each, name, e)
		}
	}
	return s.wrong(e)
}

// used returns the value as it is seen from a reference to it, unless that
// takes too long.
func (l *loader) used(v *value, at policy.Span) *value {
	if !l.spend(v.size(), at) {
		return v
	}
	return used(v, at)
}

// used returns the value as it is seen from a reference to it: strings in it
// that are written elsewhere remember the reference.
func used(v *value, at policy.Span) *value {
	out := *v
	switch v.kind {
	case str, number, boolean:
		if v.text.IsValid() && !at.Contains(v.text.Span) {
			origin := policy.Origin{Runs: v.text.Runs(), Use: at, Syntax: v.text.Syntax()}
			out.text = v.text.WithOrigin(&origin)
		}
	case list:
		out.written = out.written && at.Contains(v.Span)
		out.items = make([]*value, len(v.items))
		for i, item := range v.items {
			out.items[i] = used(item, at)
		}
		if o := v.options(); len(o) > 0 {
			out.extra = &extra{options: mapped(o, func(item *value) *value { return used(item, at) })}
		}
	case object:
		out.fields = make([]field, len(v.fields))
		for i, f := range v.fields {
			out.fields[i] = field{f.key, used(f.value, at)}
		}
	default:
		return v
	}
	return &out
}
