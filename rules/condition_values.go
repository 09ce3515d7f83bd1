package rules

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// A conditionValue is one value of an entry of a Condition.
type conditionValue struct {
	statement *policy.Statement
	entry     *policy.Condition
	op        access.Operator
	index     int
	value     policy.Value
}

// conditionValues goes through the values of the entries whose operator and key
// are known, but for those that hold policy variables and those that cannot be
// known.
func (p *Pass) conditionValues() iter.Seq[conditionValue] {
	modern := p.Policy.Modern()
	return func(yield func(conditionValue) bool) {
		for _, s := range p.Policy.Statements {
			for i := range s.Condition.Entries {
				e := &s.Condition.Entries[i]
				if !e.Operator.Known() || !e.Variable.Known() {
					continue
				}
				op := access.ParseOperator(e.Operator.Text())
				for j, v := range e.Values {
					if !v.Known() || modern && strings.Contains(v.Text(), "${") {
						continue
					}
					if !yield(conditionValue{s, e, op, j, v}) {
						return
					}
				}
			}
		}
	}
}

// is says whether the entry is about one of some keys, given in lower case.
func (v conditionValue) is(keys ...string) bool {
	return isOneOf(strings.ToLower(v.entry.Variable.Text()), keys)
}
