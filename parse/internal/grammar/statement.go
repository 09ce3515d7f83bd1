package grammar

import (
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// statements reads the value of the Statement element.
func (r *reader) statements(n *tree.Node) {
	switch n.Kind {
	case tree.Object:
		r.addStatement(n, false)
	case tree.Array:
		r.doc.Statements = make([]*policy.Statement, 0, len(n.Items))
		for i := range n.Items {
			r.statementItem(&n.Items[i])
		}
		r.furtherStatements(n)
	case tree.Unknown:
		r.furtherStatements(n)
	default:
		r.more(r.wrongType(n, "Statement", wantStatements))
	}
}

const wantStatements = "an object or list of objects"

func (r *reader) more(holes []policy.Hole) {
	r.doc.MoreStatements = append(r.doc.MoreStatements, holes...)
}

func (r *reader) statementItem(n *tree.Node) {
	switch n.Kind {
	case tree.Object:
		r.addStatement(n, false)
	case tree.Unknown:
		r.furtherStatements(n)
	default:
		r.more(r.wrongItem(n, "Statement", wantStatements))
	}
}

// furtherStatements reads what there may be besides the statements that are
// certainly there. What cannot be one is passed over: it is no error unless it
// is there.
func (r *reader) furtherStatements(n *tree.Node) {
	r.more(n.Unexplained())
	if n.Extra == nil {
		return
	}
	for _, o := range n.Options {
		for i := range o.Items {
			switch item := &o.Items[i]; item.Kind {
			case tree.Object:
				r.addStatement(item, true)
			case tree.Unknown:
				r.furtherStatements(item)
			}
		}
	}
}

func (r *reader) addStatement(n *tree.Node, optional bool) {
	s := &policy.Statement{
		Span: n.Span, Head: head(n), Index: len(r.doc.Statements), Rest: open(n), Optional: optional,
		Members: written(n),
	}
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
