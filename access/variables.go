package access

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// variables goes through the names of the symbols that stand for those policy
// variables of a list that may have no value: they have no default.
func variables(l policy.List) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, v := range l.Values {
			if !strings.Contains(v.Text(), "${") {
				continue
			}
			for _, variable := range policy.Variables(v.Text()) {
				s, literal := variableSymbol(v.Text(), variable)
				if literal == 0 && variable.Default == "" && !yield(s.name) {
					return
				}
			}
		}
	}
}

// hasVariable says whether the list has a policy variable that may have no
// value. If it is what a statement leaves out, the statement may not apply then.
func hasVariable(l policy.List) bool {
	for range variables(l) {
		return true
	}
	return false
}
