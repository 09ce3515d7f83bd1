package grammar

import (
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// conditions reads a Condition element.
func (r *reader) conditions(f *tree.Field) policy.Conditions {
	n := &f.Value
	c := policy.Conditions{Span: n.Span, Key: f.Key.Span}
	switch n.Kind {
	case tree.Object:
		c.Rest = open(n)
		for op := range r.members(n) {
			r.operator(&c, op)
		}
	case tree.Unknown:
		c.Rest = open(n)
	default:
		c.Rest = r.wrongType(n, "Condition", "an object")
	}
	c.Members = written(n)
	return policy.NewConditions(c)
}

// operator reads the entries with one operator.
func (r *reader) operator(c *policy.Conditions, op *tree.Field) {
	n := &op.Value
	switch n.Kind {
	case tree.Object:
		c.Rest = append(c.Rest, n.Open()...)
		for key := range r.members(n) {
			c.Entries = append(c.Entries, r.condition(op.Key, key))
		}
		if len(n.Fields) == 0 && len(n.Open()) == 0 {
			c.Idle = append(c.Idle, op.Key)
		}
	case tree.Unknown:
		c.Rest = append(c.Rest, n.Open()...)
	default:
		c.Rest = append(c.Rest, r.wrongType(n, op.Key.Text(), "an object")...)
	}
}

func (r *reader) condition(operator policy.Value, key *tree.Field) policy.Condition {
	const want = "a string, number or boolean, or a list of such"
	return policy.Condition{
		Span: entrySpan(key), Operator: operator, Variable: key.Key,
		List: r.list(key, key.Key.Text(), want, isScalar),
	}
}

// entrySpan returns the source from the key to the values, or the key if the
// values are written elsewhere.
func entrySpan(f *tree.Field) policy.Span {
	key, value := f.Key.Span, f.Value.Span
	elsewhere := f.Value.Value.Use().IsValid() || f.Value.Extra != nil && f.Value.Use.IsValid()
	if elsewhere || value.Pos() < key.End() {
		return key
	}
	return policy.NewSpan(key.Pos(), value.End())
}
