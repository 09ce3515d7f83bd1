package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// hasKey says whether requests for the action may carry the key, by AWS's data:
// of the action, or of a resource that it acts on.
func hasKey(a *catalog.Action, name string) bool {
	is := func(key string) bool { return strings.EqualFold(key, name) }
	if slices.ContainsFunc(a.ConditionKeys(), is) {
		return true
	}
	for _, r := range a.Resources() {
		if slices.ContainsFunc(r.ConditionKeys, is) {
			return true
		}
		if t := a.Service().ResourceType(r.Type); t != nil && slices.ContainsFunc(t.ConditionKeys, is) {
			return true
		}
	}
	return false
}

// literalActions returns the actions that the statement's Action names one by
// one, without those that are patterns or do not exist.
func (p *Pass) literalActions(s *policy.Statement) []*catalog.Action {
	if !s.Action.Present() {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.listedActions().of(s)), func(a *catalog.Action) bool { return a == nil })
}

// onlyLiteral says whether all of the statement's actions are named one by one.
func (p *Pass) onlyLiteral(s *policy.Statement) bool {
	return s.Action.Present() && !s.Action.Open() && !slices.Contains(p.listedActions().of(s), nil)
}

func fullNames(actions []*catalog.Action) []string {
	names := make([]string, len(actions))
	for i, a := range actions {
		names[i] = a.FullName()
	}
	return names
}
