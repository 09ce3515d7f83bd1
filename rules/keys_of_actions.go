package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// actionHasKey says whether requests for the action may carry the key: it
// belongs to the action, or to a resource that the action may act on.
func actionHasKey(a *catalog.Action, k *conditionKey) bool {
	has := func(name string) bool { return strings.EqualFold(keyFamily(name), k.family) }
	if slices.ContainsFunc(a.ConditionKeys(), has) || slices.Contains(k.sentFor, a.FullName()) {
		return true
	}
	for _, r := range a.Resources() {
		if slices.ContainsFunc(r.ConditionKeys, has) {
			return true
		}
		if t := a.Service().ResourceType(r.Type); t != nil && slices.ContainsFunc(t.ConditionKeys, has) {
			return true
		}
	}
	return false
}

// someActionHas says whether AWS lists the key for any action of its service.
// It does so for nearly all; of the others it is not known which have them.
func someActionHas(c *catalog.Catalog, k *conditionKey) bool {
	service := c.Service(k.prefix)
	if service == nil {
		return false
	}
	actions := service.Actions()
	for i := range actions {
		if actionHasKey(&actions[i], k) {
			return true
		}
	}
	return false
}

// A keyLack is which actions of a statement certainly lack a key. All says that
// so do all others.
type keyLack struct {
	actions []string
	all     bool
}

// keyLacks are those of one statement, by family: entries for many tags are all
// the same.
type keyLacks struct {
	statement *policy.Statement
	byFamily  map[string]keyLack
}

// actionsWithoutKey returns the actions of the statement that lack the key. What
// patterns match is not looked at.
func (p *Pass) actionsWithoutKey(s *policy.Statement, k *conditionKey) keyLack {
	if s.Open() || !s.Action.Present() {
		return keyLack{}
	}
	l := &p.shared.lacks
	if l.statement != s {
		l.statement = s
		if l.byFamily == nil {
			l.byFamily = map[string]keyLack{}
		}
		clear(l.byFamily)
	}
	lack, ok := l.byFamily[k.family]
	if !ok {
		lack = p.lackOf(s, k)
		l.byFamily[k.family] = lack
	}
	return lack
}

func (p *Pass) lackOf(s *policy.Statement, k *conditionKey) keyLack {
	lack := keyLack{all: !s.Action.Open()}
	for i, a := range p.listedActions().of(s) {
		if a == nil || actionHasKey(a, k) {
			lack.all = false
			continue
		}
		lack.actions = append(lack.actions, s.Action.Values[i].Text())
	}
	return lack
}

// itOrThem is how a message goes on to speak of what it has listed.
func itOrThem(list []string) string {
	if len(list) == 1 {
		return "it"
	}
	return "them"
}
