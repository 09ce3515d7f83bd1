package grammar

import (
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// principals reads a Principal or NotPrincipal element.
func (r *reader) principals(f *tree.Field) policy.Principals {
	n := &f.Value
	p := policy.Principals{Span: n.Span, Key: f.Key.Span}
	switch n.Kind {
	case tree.String:
		star := n.Value
		p.Star = &star
	case tree.Object:
		p.Rest = open(n)
		for set := range r.members(n) {
			p.Sets = append(p.Sets, policy.PrincipalSet{Type: set.Key, List: r.element(set)})
		}
	case tree.Unknown:
		p.Rest = open(n)
	default:
		p.Rest = r.wrongType(n, f.Key.Text(), "a string or object")
	}
	return policy.NewPrincipals(p)
}
