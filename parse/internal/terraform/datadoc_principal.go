package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// principals reads the principals or not_principals blocks of a statement.
// Those of one type make one set; a lone one of type * that names * is the
// string "*", which is not the same as that under AWS.
func (s *scope) principals(body *hclsyntax.Body, kind string) policy.Principals {
	var p policy.Principals
	found := s.blocks(body, kind)
	if len(found) == 0 {
		return p
	}
	p.Span, p.Key = found[0].Span, found[0].head
	for _, x := range found {
		if x.optional {
			p.Rest = append(p.Rest, x.holes...)
			continue
		}
		if !s.spend(len(p.Sets)/16, x.Span) {
			p.Rest = append(p.Rest, policy.Hole{Expr: "…", Span: x.head})
			break
		}
		p.Sets = addSet(p.Sets, x.scope.principalSet(x))
	}
	if len(p.Sets) == 1 && len(found) == 1 {
		if set := p.Sets[0]; set.Type.Is("*") && len(set.Values) == 1 && set.Values[0].Is("*") && !set.Open() {
			star := set.Values[0]
			p.Star, p.Sets = &star, nil
		}
	}
	return policy.NewPrincipals(p)
}

func (s *scope) principalSet(x nested) policy.PrincipalSet {
	set := policy.PrincipalSet{List: s.stringList(x.body.Attributes["identifiers"], withVariables)}
	if t := s.required(x.body.Attributes["type"], x); t != nil {
		set.Type = *t
	}
	return set
}

// addSet adds a set, to one of the same type if there is one.
func addSet(sets []policy.PrincipalSet, set policy.PrincipalSet) []policy.PrincipalSet {
	for i := range sets {
		if sets[i].Type.Same(set.Type) {
			sets[i].List = joined(sets[i].List, set.List)
			return sets
		}
	}
	return append(sets, set)
}

// joined returns a list with the values of two, of which the first is not used
// any more.
func joined(a, b policy.List) policy.List {
	a.Values = append(a.Values, b.Values...)
	a.Rest = append(a.Rest, b.Rest...)
	a.Written = false
	if !a.Present() {
		return policy.NewList(a)
	}
	return a
}

// required returns an argument that must be there. If it is not, or is null,
// nothing is known of it.
func (s *scope) required(a *hclsyntax.Attribute, x nested) *policy.Value {
	if a != nil {
		if t, ok := s.eval(a.Expr).asText(); ok {
			return &t
		}
	}
	t := holeText(policy.Hole{Expr: "?", Span: x.head})
	return &t
}
