package rules

import (
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// An aim is a value of a statement's Action that acts on none of the
// statement's resources.
type aim struct {
	value   *policy.Value
	actions []*catalog.Action // that it stands for
}

// service returns the service that the actions are of.
func (a *aim) service() *catalog.Service { return a.actions[0].Service() }

// text returns the value as the policy writes it.
func (a *aim) text() string { return a.value.String() }

// wildcardOnly says whether most of the actions take no resource at all.
func (a *aim) wildcardOnly() bool {
	n := 0
	for _, action := range a.actions {
		if action.WildcardOnly() {
			n++
		}
	}
	return 2*n > len(a.actions)
}

// missedAims are what of one statement does not fit together.
type missedAims struct {
	statement *policy.Statement
	missed    []aim     // actions that act on none of the resources
	resources []aimedAt // all
	unused    []int     // resources that no action acts on; none if that is not sure
	dead      bool      // no action acts on any resource
	sure      bool      // it is known what all actions are
}

// missedAims returns the statements of the policy in which some action acts on
// none of the resources, or some resource is one of none of the actions, if
// everything in them is known that this depends on.
//
// The service reference says of an action which types of resources it takes.
// The required and the others count alike: what a request needs besides may be
// granted elsewhere.
func (p *Pass) missedAims() []missedAims {
	m := &p.shared.aims
	if m.policy != p.Policy {
		m.policy, m.found = p.Policy, nil
		m.look(p)
	}
	return m.found
}
