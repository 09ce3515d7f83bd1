package grammar

import (
	"slices"

	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// text reads a value that is to be a string.
func (r *reader) text(f *tree.Field) *policy.Value {
	n := &f.Value
	v := n.Value
	switch n.Kind {
	case tree.String:
	case tree.Unknown:
		v = unknown(n.Span, open(n))
	default:
		v = unknown(n.Span, r.wrongType(n, f.Key.Text(), "a string"))
	}
	return &v
}

// unknown returns a string of which nothing is known.
func unknown(at policy.Span, holes []policy.Hole) policy.Value {
	holes = slices.Clone(holes)
	for i := range holes {
		holes[i].At = 0
	}
	return policy.NewValue(at, "", holes...).WithOrigin(&policy.Origin{})
}

// element reads an element that takes a string or several.
func (r *reader) element(f *tree.Field) policy.List {
	return r.list(f, f.Key.Text(), "a string or list of strings", isString)
}

func isString(k tree.Kind) bool { return k == tree.String }

// isScalar says whether conditions compare with values of the kind.
func isScalar(k tree.Kind) bool { return k == tree.String || k == tree.Number || k == tree.Bool }

// list reads a value of a kind, or a list of such.
func (r *reader) list(f *tree.Field, element, want string, takes func(tree.Kind) bool) policy.List {
	n := &f.Value
	l := policy.List{Span: n.Span, Key: f.Key.Span}
	switch {
	case takes(n.Kind):
		l.Values, l.Scalar = []policy.Value{n.Value}, true
		if n.Kind != tree.String {
			l.Bare = []bool{true}
		}
	case n.Kind == tree.Array:
		r.items(&l, n, element, want, takes)
	case n.Kind == tree.Unknown:
		l.Rest = open(n)
	default:
		l.Rest = r.wrongType(n, element, want)
	}
	return policy.NewList(l)
}

// markBare says of the last value that it is no string.
func markBare(l *policy.List) {
	l.Bare = append(l.Bare, make([]bool, len(l.Values)-len(l.Bare))...)
	l.Bare[len(l.Values)-1] = true
}

func (r *reader) items(l *policy.List, n *tree.Node, element, want string, takes func(tree.Kind) bool) {
	l.Values = make([]policy.Value, 0, len(n.Items))
	for i := range n.Items {
		switch item := &n.Items[i]; {
		case takes(item.Kind):
			l.Values = append(l.Values, item.Value)
			if item.Kind != tree.String {
				markBare(l)
			}
		case item.Kind == tree.Unknown: // whatever it is, it is one
			l.Values = append(l.Values, unknown(item.Span, item.Open()))
		default:
			l.Rest = append(l.Rest, r.wrongItem(item, element, want)...)
		}
	}
	if l.Bare != nil {
		l.Bare = append(l.Bare, make([]bool, len(l.Values)-len(l.Bare))...)
	}
	l.Rest = append(l.Rest, n.Open()...)
	l.Written = len(l.Rest) == 0 && !(n.Extra != nil && n.Loose)
}
