package grammar

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// other reports a member that is no element where it stands. One whose name
// cannot be known may be any element: it goes to the rest.
func (r *reader) other(rest *[]policy.Hole, n *tree.Node, f *tree.Field) {
	if !f.Key.Known() {
		*rest = append(*rest, policy.Hole{Expr: f.Key.String(), Span: f.Key.Span})
		return
	}
	r.report(policy.Problem{
		Kind: policy.UnknownElement, Span: f.Key.Span, Element: f.Key.Text(), Siblings: r.siblings(n, f.Key.Text()),
	})
}

// siblings returns the names of the other members of an object that are, or
// are meant to be, elements. They are looked for once, since all members may
// be unknown.
func (r *reader) siblings(n *tree.Node, but string) []string {
	if r.near.of != n {
		r.near.of, r.near.names = n, nil
		for i := range n.Fields {
			if name := n.Fields[i].Key.Text(); isNearElement(name) && len(r.near.names) < maxSiblings {
				r.near.names = append(r.near.names, name)
			}
		}
	}
	if !isNearElement(but) {
		return r.near.names
	}
	return slices.DeleteFunc(slices.Clone(r.near.names), func(name string) bool { return name == but })
}

// maxSiblings is more names than there are elements.
const maxSiblings = 64

// isNearElement says whether a name is that of an element, or is meant to be.
func isNearElement(name string) bool {
	switch fold(name) {
	case "version", "id", "statement":
		return true
	}
	return IsStatementElement(name)
}

// IsStatementElement says whether a name is that of an element of statements,
// or is meant to be: case, plural and white space may be wrong.
func IsStatementElement(name string) bool {
	switch strings.TrimPrefix(fold(name), "not") {
	case "sid", "effect", "principal", "action", "resource", "condition":
		return true
	}
	return false
}

func fold(name string) string {
	return strings.TrimSuffix(strings.ToLower(strings.TrimSpace(name)), "s")
}
