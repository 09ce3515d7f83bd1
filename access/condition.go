package access

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// conditionsHold says whether the statement's conditions hold for the request:
// all of its entries must.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition".
func (e *evaluation) conditionsHold(s *policy.Statement) Answer {
	answer := Yes
	if len(s.Condition.Rest) > 0 {
		answer = Unknown
	}
	for i := range s.Condition.Entries {
		if answer = answer.and(e.entryHolds(&s.Condition.Entries[i])); answer == No {
			return No
		}
	}
	return answer
}

// entryHolds says whether one entry holds.
func (e *evaluation) entryHolds(c *policy.Condition) Answer {
	if !c.Operator.Known() || !c.Variable.Known() {
		return Unknown
	}
	o := ParseOperator(c.Operator.Text())
	values, present := e.context[strings.ToLower(c.Variable.Text())]
	switch {
	case o.Family == NoOperator, o.Family == NullOperator && o.IfExists:
		return No // AWS refuses it
	case o.Family == NullOperator:
		return e.isAbsent(c, !present)
	case o.AllValues:
		return e.allValuesHold(o, c, values)
	case o.AnyValue:
		return e.someValueHolds(o, c, values)
	case !present:
		return answerIf(o.Negated || o.IfExists)
	case len(values) != 1:
		return No // a key with several values needs a set operator
	}
	return e.valueHolds(o, c, values[0])
}

// isAbsent evaluates the operator Null: its values say whether the key is to be
// absent.
func (e *evaluation) isAbsent(c *policy.Condition, absent bool) Answer {
	answer := No
	if c.Open() {
		answer = Unknown
	}
	for _, v := range c.Values {
		text, known := v.Literal()
		switch {
		case !known:
			answer = answer.or(Unknown)
		case strings.EqualFold(text, "true"):
			answer = answer.or(answerIf(absent))
		case strings.EqualFold(text, "false"):
			answer = answer.or(answerIf(!absent))
		}
	}
	return answer
}

// allValuesHold evaluates an operator with ForAllValues: every value of the
// request meets it. None is no value, and neither is the empty string.
func (e *evaluation) allValuesHold(o Operator, c *policy.Condition, values []string) Answer {
	answer := Yes
	for _, v := range values {
		if v != "" {
			answer = answer.and(e.valueHolds(o, c, v))
		}
	}
	return answer
}

// someValueHolds evaluates an operator with ForAnyValue: a value of the request
// meets it.
func (e *evaluation) someValueHolds(o Operator, c *policy.Condition, values []string) Answer {
	answer := No
	for _, v := range values {
		answer = answer.or(e.valueHolds(o, c, v))
	}
	return answer
}

// valueHolds says whether one value of the request meets the operator: one of
// the policy's values for a positive operator, none of them for a negated one.
func (e *evaluation) valueHolds(o Operator, c *policy.Condition, value string) Answer {
	compare, readable := e.comparer(o, value)
	if !readable {
		return No // negated or not, as has been observed
	}
	answer := No
	if c.Open() {
		answer = Unknown
	}
	for _, v := range c.Values {
		if answer = answer.or(compare(v)); answer == Yes {
			break
		}
	}
	if o.Negated {
		if e.modern && e.lacksVariable(c.List) {
			return No
		}
		return answer.not()
	}
	return answer
}
