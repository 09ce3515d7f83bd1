package terraform

import (
	"slices"
	"strconv"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// A site is an attribute that may hold a policy.
type site struct {
	block  *block
	holder holder
	scope  *scope
	expr   hclsyntax.Expression
	index  int  // of the nested block
	guess  bool // found by name: only what certainly is a policy is one
}

// sites returns the attributes of a resource that hold, or may hold, a policy.
func (in *instance) sites(b *block) []site {
	var all []site
	rows, known := holders()[b.kind()]
	for _, h := range rows {
		if !h.none {
			all = append(all, in.sitesOf(b, h)...)
		}
	}
	for _, name := range sortedNames(b.Body.Attributes) {
		h, listed := rowOf(rows, name)
		switch {
		case listed && h.none:
			all = append(all, site{block: b, holder: holder{attribute: name, none: true}, scope: in.in(b, element{}), expr: b.attribute(name).Expr})
		case !known && policyName(name):
			all = append(all, site{block: b, holder: holder{attribute: name}, scope: in.in(b, element{}), expr: b.attribute(name).Expr, guess: true})
		}
	}
	return all
}

// rowOf returns the row that says something of an attribute.
func rowOf(rows []holder, attribute string) (holder, bool) {
	for _, h := range rows {
		if h.block == "" && (h.attribute == attribute || h.attribute == "*" && policyName(attribute)) {
			return h, true
		}
	}
	return holder{}, false
}

func (in *instance) sitesOf(b *block, h holder) []site {
	s := in.in(b, element{})
	if h.block == "" {
		if a := b.attribute(h.attribute); a != nil {
			return []site{{block: b, holder: h, scope: s, expr: a.Expr}}
		}
		return nil
	}
	var all []site
	for i, x := range s.blocks(b.Body, h.block) {
		if a := x.body.Attributes[h.attribute]; a != nil {
			all = append(all, site{block: b, holder: h, scope: x.scope, expr: a.Expr, index: i})
		}
	}
	return all
}

func sortedNames(attributes hclsyntax.Attributes) []string {
	names := make([]string, 0, len(attributes))
	for name := range attributes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// use returns the site as a use of a policy.
func (st site) use() policy.Use {
	return policy.Use{
		Address: st.scope.qualified(st.block), Attribute: st.holder.path(), Span: st.scope.span(st.expr.Range()),
	}
}

// place returns the attribute with the number of its block, to tell policies
// of one resource apart.
func (st site) place() string {
	if st.holder.block == "" {
		return st.holder.attribute
	}
	return st.holder.block + "[" + strconv.Itoa(st.index) + "]"
}
