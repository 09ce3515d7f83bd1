// Package grammar reads values as policies: elements, their types, statements.
// It is the one place where the grammar of the policy language stands, for
// every input format.
//
// Source: AWS IAM User Guide, "Grammar of the IAM JSON policy language".
package grammar

import (
	"cmp"
	"slices"

	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// Document reads a value as a policy. What it says of the grammar goes into the
// document's Problems; where the policy stands is for the caller to fill in:
// Name, Kind, Service and what follows from them, Syntax, uses.
//
// Of a value that has a wrong type nothing is known but that it is there: it is
// a hole, so that a rule sees no absence where the trouble is another.
func Document(n *tree.Node) *policy.Document {
	d := &policy.Document{Span: n.Span, Head: head(n)}
	r := reader{doc: d}
	switch n.Kind {
	case tree.Object:
		r.document(n)
	case tree.Unknown:
		d.Rest, d.Unresolved = open(n), true
	default:
		d.Rest = r.wrongType(n, "policy", "an object")
	}
	slices.SortStableFunc(d.Problems, func(a, b policy.Problem) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return d
}

// A reader reads one document.
type reader struct {
	doc       *policy.Document
	statement *policy.Statement // nil outside of statements

	near struct { // the last that siblings have found
		of    *tree.Node
		names []string
	}
}

func (r *reader) document(n *tree.Node) {
	d := r.doc
	d.Rest, d.Members = open(n), written(n)
	for f := range r.members(n) {
		switch name(f) {
		case "Version":
			d.Version = r.text(f)
		case "Id":
			d.ID = r.text(f)
		case "Statement":
			d.StatementKey, d.StatementList = f.Key.Span, f.Value.Span
			r.statements(&f.Value)
		default:
			r.other(&d.Rest, n, f)
		}
	}
}

// head returns a short stretch to point at: the opening brace.
func head(n *tree.Node) policy.Span {
	if !n.IsValid() {
		return n.Span
	}
	return policy.NewSpan(n.Pos(), min(n.Pos()+1, n.End()))
}
