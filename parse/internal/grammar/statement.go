package grammar

import (
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// statements reads the value of the Statement element.
func (r *reader) statements(n *tree.Node) {
	const want = "an object or list of objects"
	more := &r.doc.MoreStatements
	switch n.Kind {
	case tree.Object:
		r.addStatement(n)
	case tree.Array:
		r.doc.Statements = make([]*policy.Statement, 0, len(n.Items))
		for i := range n.Items {
			switch item := &n.Items[i]; item.Kind {
			case tree.Object:
				r.addStatement(item)
			case tree.Unknown:
				*more = append(*more, item.Open()...)
			default:
				*more = append(*more, r.wrongItem(item, "Statement", want)...)
			}
		}
		*more = append(*more, n.Open()...)
	case tree.Unknown:
		*more = open(n)
	default:
		*more = r.wrongType(n, "Statement", want)
	}
}

func (r *reader) addStatement(n *tree.Node) {
	s := &policy.Statement{Span: n.Span, Head: head(n), Index: len(r.doc.Statements), Rest: open(n)}
	r.doc.Statements = append(r.doc.Statements, s)
	r.statement = s
	for f := range r.members(n) {
		switch name(f) {
		case "Sid":
			s.Sid = r.text(f)
		case "Effect":
			s.EffectValue = r.text(f)
			s.Effect = effect(s.EffectValue)
		case "Principal":
			s.Principal = r.principals(f)
		case "NotPrincipal":
			s.NotPrincipal = r.principals(f)
		case "Action":
			s.Action = r.element(f)
		case "NotAction":
			s.NotAction = r.element(f)
		case "Resource":
			s.Resource = r.element(f)
		case "NotResource":
			s.NotResource = r.element(f)
		case "Condition":
			s.Condition = r.conditions(f)
		default:
			r.other(&s.Rest, n, f)
		}
	}
	r.statement = nil
}

func effect(v *policy.Value) policy.Effect {
	switch {
	case v.Is("Allow"):
		return policy.Allow
	case v.Is("Deny"):
		return policy.Deny
	}
	return policy.NoEffect
}
