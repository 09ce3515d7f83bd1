package rules

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

//go:embed companion_actions.txt
var companionActionsText string

// companionActions are those of companion_actions.txt, by class and key or
// service.
var companionActions = sync.OnceValue(func() map[[2]string]string {
	actions := map[[2]string]string{}
	for line := range dataLines(companionActionsText) {
		words := strings.Fields(line)
		actions[[2]string{words[0], strings.ToLower(words[1])}] = words[2]
	}
	return actions
})

// trustCompanion returns the action without which no request to assume a role
// has the key; empty if there is none.
func trustCompanion(k *conditionKey) string {
	return companionActions()[[2]string{"trust", strings.ToLower(k.family)}]
}

// tagCompanion returns the action that the caller must be allowed for the given
// one to set tags; empty if there is none, or it is not known.
func tagCompanion(c *catalog.Catalog, a *catalog.Action) string {
	if a.Levels.Has(catalog.Tagging) {
		return ""
	}
	if name := companionActions()[[2]string{"create", a.Service().Prefix()}]; name != "" {
		return name
	}
	needs := a.DependentActions()
	for _, r := range a.Resources() {
		needs = slices.Concat(needs, r.DependentActions)
	}
	for _, name := range needs {
		if other := c.Action(name); other != nil && other.Service() == a.Service() && other.Levels.Has(catalog.Tagging) && !strings.Contains(name, "Untag") {
			return other.FullName()
		}
	}
	return ""
}

// An allowedCache remembers which actions a policy, and those of its scope, may
// allow.
type allowedCache struct {
	policy         *policy.Document
	scope          *policy.Scope
	here, anywhere map[string]bool
}

// mayAllowHere says whether the policy may allow the action, be it only on
// something or under conditions.
func (p *Pass) mayAllowHere(action string) bool {
	c := &p.shared.allowed
	if c.policy != p.Policy {
		c.policy, c.here = p.Policy, map[string]bool{}
	}
	allowed, ok := c.here[action]
	if !ok {
		allowed = mayAllow(p.Policy, action)
		c.here[action] = allowed
	}
	return allowed
}

// mayAllowInScope says whether some policy of the scope may allow it.
func (p *Pass) mayAllowInScope(action string) bool {
	c := &p.shared.allowed
	if c.scope != p.Scope {
		c.scope, c.anywhere = p.Scope, map[string]bool{}
	}
	allowed, ok := c.anywhere[action]
	if !ok {
		allowed = slices.ContainsFunc(p.Scope.Policies, func(d *policy.Document) bool { return mayAllow(d, action) })
		c.anywhere[action] = allowed
	}
	return allowed
}

func mayAllow(d *policy.Document, action string) bool {
	return d.Open() || d.Unresolved || slices.ContainsFunc(d.Statements, func(s *policy.Statement) bool {
		return s.Effect != policy.Deny && mayBeAbout(s, action)
	})
}

// mayBeAbout says whether one of the actions may be among those of the
// statement.
func mayBeAbout(s *policy.Statement, actions ...string) bool {
	if s.Open() || s.NotAction.Present() || s.Action.Open() {
		return true
	}
	return slices.ContainsFunc(s.Action.Values, func(v policy.Value) bool {
		if v.Known() && !v.HasWildcard() {
			return slices.ContainsFunc(actions, func(a string) bool { return strings.EqualFold(v.Text(), a) })
		}
		pattern := access.ActionPattern(v)
		return slices.ContainsFunc(actions, func(a string) bool { return pattern.MatchesAction(a) != access.No })
	})
}
