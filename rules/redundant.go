package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// reportRedundant reports the values of a list that another one covers. Of
// equal ones the later is redundant.
func (p *Pass) reportRedundant(s *policy.Statement, l policy.List, compile func(policy.Value) *access.Pattern) {
	if len(l.Values) < 2 || p.Policy.IsInstance() {
		return
	}
	r := newRedundancy(l.Values, compile)
	if len(r.equal) == 0 && len(r.wide) == 0 {
		return
	}
	for i := range l.Values {
		if by, ok := r.by(i); ok {
			p.reportCovered(s, l, i, by)
		}
	}
}

func (p *Pass) reportCovered(s *policy.Statement, l policy.List, i, by int) {
	v, other := l.Values[i], l.Values[by]
	what := "is covered by " + quoted(other)
	if v.Same(other) {
		what = "is already in the list"
	}
	f := p.Reportf(s, v, "%s %s", quoted(v), what).AddRelated(other, "covers it")
	f.Subject = v.String()
	edits, ok := p.Delete(l, i)
	f.Fix("remove "+quoted(v), edits, ok)
}

func quoted(v policy.Value) string { return `"` + v.String() + `"` }
