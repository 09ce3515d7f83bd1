package grammar

import (
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

func (r *reader) report(p policy.Problem) {
	p.Statement = r.statement
	r.doc.Problems = append(r.doc.Problems, p)
}

// wrongType reports a value that the element does not take, and returns what
// stands for it in the model.
func (r *reader) wrongType(n *tree.Node, element, want string) []policy.Hole {
	return r.wrong(n, element, want, n.Kind.String())
}

// wrongItem reports an item of a list that is to hold something else.
func (r *reader) wrongItem(n *tree.Node, element, want string) []policy.Hole {
	return r.wrong(n, element, want, n.Kind.String()+" in a list")
}

func (r *reader) wrong(n *tree.Node, element, want, got string) []policy.Hole {
	r.report(policy.Problem{Kind: policy.WrongType, Span: n.Span, Element: element, Want: want, Got: got})
	return []policy.Hole{{Expr: n.Kind.String(), Span: n.Span}}
}
