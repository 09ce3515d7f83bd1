package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// hasKey says whether another entry under the operator of this one has the key.
// Of very many one may.
func hasKey(e *conditionEntry, name string) bool {
	if len(e.statement.Condition.Entries) > maxEntries {
		return true
	}
	for i := range e.statement.Condition.Entries {
		other := &e.statement.Condition.Entries[i]
		if i != e.index && sameName(other.Operator, e.Operator) && strings.EqualFold(other.Variable.Text(), name) {
			return true
		}
	}
	return false
}

// sameName says whether two names of operators or keys certainly are the same:
// their case does not count.
func sameName(a, b policy.Value) bool {
	return a.Known() && b.Known() && strings.EqualFold(a.Text(), b.Text())
}

// A keyPlace is a key, in lower case, under an operator; zero is any.
type keyPlace struct {
	op  access.Operator
	key string
}

// firstAt returns the first entry at the place, which is i if there was none.
func firstAt(seen map[keyPlace]int, at keyPlace, i int) int {
	first, ok := seen[at]
	if !ok {
		seen[at] = i
		return i
	}
	return first
}

// sameValues says whether two entries certainly have the same values.
func sameValues(a, b *conditionEntry) bool {
	if len(a.Values) != len(b.Values) || a.Open() || b.Open() {
		return false
	}
	for i := range a.Values {
		if !a.Values[i].Same(b.Values[i]) {
			return false
		}
	}
	return true
}
