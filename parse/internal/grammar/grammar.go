// Package grammar reads values as policies: elements, their types, statements.
// It is the one place where the grammar of the policy language stands, for
// every input format.
//
// Source: AWS IAM User Guide, "Grammar of the IAM JSON policy language".
package grammar

import (
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// Document reads a value as a policy. What it says of the grammar goes into the
// document's Problems; where the policy stands is for the caller to fill in:
// Name, Kind, Service and what follows from them, Syntax, uses.
func Document(n *tree.Node) *policy.Document {
	return &policy.Document{Span: n.Span}
}

// GuessKind returns the kind that the text of the document speaks for, and
// the service of the resource if it is a resource policy that names one.
func GuessKind(d *policy.Document) (kind policy.Kind, service string) {
	return policy.Unknown, ""
}
