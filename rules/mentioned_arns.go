package rules

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A mentionedARN is an ARN anywhere in a policy.
type mentionedARN struct {
	statement *policy.Statement
	value     *policy.Value
	arn       arnFields
	condition *policy.Condition // that it is a value of, or nil
}

// mentionedARNs goes through the ARNs in the resources, principals and
// conditions of the policy.
func (p *Pass) mentionedARNs() iter.Seq[mentionedARN] {
	return func(yield func(mentionedARN) bool) {
		for r := range p.listedARNs() {
			if !yield(mentionedARN{r.statement, r.value, r.arn, nil}) {
				return
			}
		}
		for m := range p.otherValues() {
			var ok bool
			if m.arn, ok = arnFieldsOf(m.value); ok && !isTemplate(m.value.Text()[:m.arn.start[arnResource]]) && !yield(m) {
				return
			}
		}
	}
}

// otherValues goes through the values of principals and conditions, be they ARNs
// or not.
func (p *Pass) otherValues() iter.Seq[mentionedARN] {
	return func(yield func(mentionedARN) bool) {
		for _, s := range p.Policy.Statements {
			if !principalValues(s, &s.Principal, yield) || !principalValues(s, &s.NotPrincipal, yield) {
				return
			}
			for i := range s.Condition.Entries {
				e := &s.Condition.Entries[i]
				for j := range e.Values {
					if !yield(mentionedARN{statement: s, value: &e.Values[j], condition: e}) {
						return
					}
				}
			}
		}
	}
}

func principalValues(s *policy.Statement, ps *policy.Principals, yield func(mentionedARN) bool) bool {
	for i := range ps.Sets {
		for j := range ps.Sets[i].Values {
			if !yield(mentionedARN{statement: s, value: &ps.Sets[i].Values[j]}) {
				return false
			}
		}
	}
	return true
}

// comparesWith says whether the ARN is what the condition key is compared with.
func (m *mentionedARN) comparesWith(key string) bool {
	return m.condition != nil && m.condition.Variable.Known() && strings.EqualFold(m.condition.Variable.Text(), key)
}
