package rules

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A conditionEntry is one entry of a Condition, taken apart.
type conditionEntry struct {
	*policy.Condition
	statement *policy.Statement
	op        operator
	key       string // in lower case
}

// conditionEntries goes through the entries of the policy whose operator, which
// exists, and key are known.
func (p *Pass) conditionEntries() iter.Seq[conditionEntry] {
	return func(yield func(conditionEntry) bool) {
		for _, s := range p.Policy.Statements {
			for i := range s.Condition.Entries {
				c := &s.Condition.Entries[i]
				if !c.Operator.Known() || !c.Variable.Known() {
					continue
				}
				e := conditionEntry{c, s, parseOperator(c.Operator.Text()), strings.ToLower(c.Variable.Text())}
				if e.op.family != noOperator && !yield(e) {
					return
				}
			}
		}
	}
}

// isMultivalued says whether AWS documents that a request can have several
// values for the key, and that it has one at most.
func (p *Pass) isMultivalued(e conditionEntry) (several, single bool) {
	k := p.conditionKey(e.Variable.Text())
	if k.class != documentedKey {
		return false, false
	}
	return k.Multivalued(), !k.Multivalued()
}
