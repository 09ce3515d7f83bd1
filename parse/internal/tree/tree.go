// Package tree holds values as JSON has them, with positions and with what is
// unknown of them. Every front-end makes one of what it reads, and package
// grammar makes a policy of it.
package tree

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// A Kind is a type of value.
type Kind uint8

// The kinds. An Unknown value may be of any type.
const (
	Unknown Kind = iota
	Null
	Bool
	Number
	String
	Array
	Object
)

// A Node is a value.
type Node struct {
	Kind Kind
	policy.Span

	// Value is the text of a string, a number as it is written, or true or
	// false.
	Value policy.Value

	Items  []Node  // of an array; an unknown one is one value
	Fields []Field // of an object, in order, with duplicates

	*Extra // nil for most
}

// A Field is one member of an object.
type Field struct {
	Key   policy.Value
	Value Node
}

// Extra is what few values need.
type Extra struct {
	// Rest is what further items or fields are taken from, which cannot be
	// known. For an unknown value it is the value.
	Rest []policy.Hole

	// Options are what holes in Rest stand for, where that is known.
	Options []Option

	// Use is where the value is referred to, if it is written elsewhere.
	Use policy.Span

	// Loose says that items of an array are not all written in brackets at
	// Span, so that none can be taken out.
	Loose bool
}

// An Option is what a hole in the rest of an array stands for: any of some
// items, of which not all need be there.
type Option struct {
	Hole  policy.Hole
	Items []Node
}

// Open returns what further items or fields are taken from.
func (n *Node) Open() []policy.Hole {
	if n.Extra == nil {
		return nil
	}
	return n.Rest
}

// Unexplained returns what further items or fields are taken from, less what
// the options tell.
func (n *Node) Unexplained() []policy.Hole {
	if n.Extra == nil || len(n.Options) == 0 {
		return n.Open()
	}
	var rest []policy.Hole
	for _, h := range n.Rest {
		if !slices.ContainsFunc(n.Options, func(o Option) bool { return o.Hole == h }) {
			rest = append(rest, h)
		}
	}
	return rest
}

// UnknownNode returns a value of which nothing is known but what it is.
func UnknownNode(h policy.Hole) Node {
	return Node{Kind: Unknown, Span: h.Span, Extra: &Extra{Rest: []policy.Hole{h}}}
}

// AddRest adds to what further items or fields are taken from.
func (n *Node) AddRest(holes ...policy.Hole) {
	if n.Extra == nil {
		n.Extra = &Extra{}
	}
	n.Rest = append(n.Rest, holes...)
}
