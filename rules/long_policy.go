package rules

import "github.com/iamlint/iamlint/policy"

// isLong says whether the policy has half as many bytes as a limit: only then
// can it be near it, and is worth to be measured.
func isLong(d *policy.Document, limit int) bool {
	const around = len(`"",`)
	n := 0
	add := func(values []policy.Value) {
		for i := range values {
			n += len(values[i].Text()) + around
		}
	}
	for _, s := range d.Statements {
		n += len(`{"Effect":"Allow","Action":,"Resource":},`)
		add(s.Action.Values)
		add(s.NotAction.Values)
		add(s.Resource.Values)
		add(s.NotResource.Values)
		for _, who := range [...][]policy.PrincipalSet{s.Principal.Sets, s.NotPrincipal.Sets} {
			for i := range who {
				add(who[i].Values)
			}
		}
		for i := range s.Condition.Entries {
			e := &s.Condition.Entries[i]
			n += len(e.Operator.Text()) + len(e.Variable.Text())
			add(e.Values)
		}
		if s.Sid != nil {
			n += len(s.Sid.Text())
		}
		if 2*n > limit {
			return true
		}
	}
	return false
}
