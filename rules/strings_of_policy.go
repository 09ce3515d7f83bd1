package rules

import (
	"iter"

	"github.com/iamlint/iamlint/policy"
)

// A policyString is one string of a policy.
type policyString struct {
	statement *policy.Statement // nil for those of the document
	element   string
	value     policy.Value
	entry     *policy.Condition // of values of a Condition
}

// eachString goes through all strings of the policy.
func (p *Pass) eachString() iter.Seq[policyString] {
	return func(yield func(policyString) bool) {
		for _, v := range []*policy.Value{p.Policy.Version, p.Policy.ID} {
			if v != nil && !yield(policyString{element: "Version or Id", value: *v}) {
				return
			}
		}
		for _, s := range p.Policy.Statements {
			if !stringsOf(s, yield) {
				return
			}
		}
	}
}

func stringsOf(s *policy.Statement, yield func(policyString) bool) bool {
	list := func(element string, entry *policy.Condition, values []policy.Value) bool {
		for _, v := range values {
			if !yield(policyString{s, element, v, entry}) {
				return false
			}
		}
		return true
	}
	if s.Sid != nil && !yield(policyString{s, "Sid", *s.Sid, nil}) || s.EffectValue != nil && !yield(policyString{s, "Effect", *s.EffectValue, nil}) {
		return false
	}
	for _, p := range []*policy.Principals{&s.Principal, &s.NotPrincipal} {
		if p.Star != nil && !yield(policyString{s, "Principal", *p.Star, nil}) {
			return false
		}
		for _, set := range p.Sets {
			if !list("Principal", nil, set.Values) {
				return false
			}
		}
	}
	if !list("Action", nil, s.Action.Values) || !list("Action", nil, s.NotAction.Values) ||
		!list("Resource", nil, s.Resource.Values) || !list("Resource", nil, s.NotResource.Values) {
		return false
	}
	for i := range s.Condition.Entries {
		e := &s.Condition.Entries[i]
		if !list("operator", nil, []policy.Value{e.Operator}) || !list("condition key", nil, []policy.Value{e.Variable}) || !list("Condition", e, e.Values) {
			return false
		}
	}
	return true
}
