package grammar

import (
	"iter"
	"slices"

	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// members returns the members of an object, each name once: of several the
// last counts, as it does for AWS.
func (r *reader) members(n *tree.Node) iter.Seq[*tree.Field] {
	return func(yield func(*tree.Field) bool) {
		var hidden []bool
		if len(n.Fields) > few || hasDuplicate(n.Fields) {
			hidden = r.duplicates(n.Fields)
		}
		for i := range n.Fields {
			if (hidden == nil || !hidden[i]) && !yield(&n.Fields[i]) {
				return
			}
		}
	}
}

// few is how many members are compared with each other one by one.
const few = 12

func hasDuplicate(fields []tree.Field) bool {
	for i := range fields {
		for j := range fields[:i] {
			if fields[i].Key.Text() == fields[j].Key.Text() {
				return true // unless they have holes
			}
		}
	}
	return false
}

// duplicates reports names that are there already, and returns which members
// a later one hides.
func (r *reader) duplicates(fields []tree.Field) []bool {
	hidden := make([]bool, len(fields))
	first, last := map[string]int{}, map[string]int{}
	for i := range fields {
		name, known := fields[i].Key.Literal()
		if !known {
			continue
		}
		if before, ok := last[name]; ok {
			hidden[before] = true
			r.report(policy.Problem{
				Kind: policy.DuplicateKey, Span: fields[i].Key.Span, Element: name,
				First: fields[first[name]].Key.Span,
			})
		} else {
			first[name] = i
		}
		last[name] = i
	}
	return hidden
}

// written returns the members of an object as they are written.
func written(n *tree.Node) []policy.Member {
	if n.Kind != tree.Object || len(n.Open()) > 0 {
		return nil
	}
	members := make([]policy.Member, len(n.Fields))
	for i := range n.Fields {
		f := &n.Fields[i]
		members[i] = policy.Member{Name: f.Key.Text(), Span: policy.NewSpan(f.Key.Pos(), placeOf(&f.Value).End())}
	}
	return policy.WrittenMembers(members, n.Span)
}

// placeOf returns where the value stands in what holds it.
func placeOf(n *tree.Node) policy.Span {
	if n.Extra != nil && n.Use.IsValid() {
		return n.Use
	}
	return n.Value.Use().Or(n.Span)
}

// name returns the name of a member if it is known: no element has the empty
// name.
func name(f *tree.Field) string {
	text, known := f.Key.Literal()
	if !known {
		return ""
	}
	return text
}

// open returns what further items or members are taken from, to be added to.
func open(n *tree.Node) []policy.Hole { return slices.Clip(n.Open()) }
