package access

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A keySet is the set of what a request may have for a condition key to meet one
// entry of a Condition element: nothing, a value, or several.
type keySet struct {
	key     string // in lower case
	written string
	how     arity
	absent  bool // the key may be absent
	// present says of the operator Null, which has no values, whether the key may
	// be there.
	present bool
	values  *valueSet
}

// An arity says how many values an operator is for.
type arity uint8

const (
	oneValue  arity = iota
	allValues       // ForAllValues
	someValue       // ForAnyValue
	noValue         // Null
	eachValue       // any number of values, each of them in the set
)

// newKeySet returns the set of an entry. It is not ok if the operator or the key
// is not known.
func newKeySet(c *policy.Condition, modern bool, as side) (s *keySet, ok bool) {
	if !c.Operator.Known() || !c.Variable.Known() {
		return nil, false
	}
	o := ParseOperator(c.Operator.Text())
	s = &keySet{key: strings.ToLower(c.Variable.Text()), written: c.Variable.Text()}
	switch {
	case o.Family == NoOperator:
		s.how = noValue // never met
		return s, true
	case o.Family == NullOperator:
		s.how = noValue
		s.setNull(c, as)
		return s, true
	case o.AllValues:
		s.how, s.absent = allValues, true
	case o.AnyValue:
		s.how = someValue
	default:
		s.absent = o.Negated || o.IfExists
	}
	s.values = newValueSet(o, c.List, modern, as)
	return s, true
}

func (s *keySet) setNull(c *policy.Condition, as side) {
	unknown := c.Open()
	for _, v := range c.Values {
		text, known := v.Literal()
		switch {
		case !known:
			unknown = true
		case strings.EqualFold(text, "true"):
			s.absent = true
		case strings.EqualFold(text, "false"):
			s.present = true
		}
	}
	if unknown && as.over() {
		s.absent, s.present = true, true
	}
}

// has says whether the values are in the set; nil is that the key is absent.
func (s *keySet) has(values []string) bool {
	switch {
	case s.how == noValue:
		return values == nil && s.absent || values != nil && s.present
	case s.how == eachValue && values == nil:
		return s.absent
	case s.how == allValues || s.how == eachValue:
		return !slices.ContainsFunc(values, func(v string) bool { return v != "" && !s.values.has(v) })
	case s.how == someValue:
		return slices.ContainsFunc(values, s.values.has)
	case values == nil:
		return s.absent
	}
	return len(values) == 1 && s.values.has(values[0])
}

// A keyDemand is one of the demands on a key: to be in a set, or not.
type keyDemand struct {
	set *keySet
	out bool
}

func (d keyDemand) metBy(values []string) bool { return d.set.has(values) != d.out }
