package rules

import (
	"iter"

	"github.com/iamlint/iamlint/policy"
)

// writtenValues goes through all strings of the policy but for the names of
// elements, with the statement that has them.
func (p *Pass) writtenValues() iter.Seq2[*policy.Statement, *policy.Value] {
	return func(yield func(*policy.Statement, *policy.Value) bool) {
		each := func(s *policy.Statement, values []policy.Value) bool {
			for i := range values {
				if !yield(s, &values[i]) {
					return false
				}
			}
			return true
		}
		one := func(s *policy.Statement, v *policy.Value) bool { return v == nil || yield(s, v) }
		who := func(s *policy.Statement, w *policy.Principals) bool {
			for i := range w.Sets {
				if !yield(s, &w.Sets[i].Type) || !each(s, w.Sets[i].Values) {
					return false
				}
			}
			return one(s, w.Star)
		}
		if !one(nil, p.Policy.ID) {
			return
		}
		for _, s := range p.Policy.Statements {
			if !one(s, s.Sid) || !who(s, &s.Principal) || !who(s, &s.NotPrincipal) ||
				!each(s, s.Action.Values) || !each(s, s.NotAction.Values) ||
				!each(s, s.Resource.Values) || !each(s, s.NotResource.Values) {
				return
			}
			for i := range s.Condition.Entries {
				e := &s.Condition.Entries[i]
				if !yield(s, &e.Variable) || !each(s, e.Values) {
					return
				}
			}
		}
	}
}
