package rules

import (
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A misfit is a value of a statement's Action that acts on none of the
// statement's resources.
type misfit struct {
	value   *policy.Value
	actions []*catalog.Action // that it stands for
}

// service returns the service that the actions are of.
func (a *misfit) service() *catalog.Service { return a.actions[0].Service() }

// text returns the value as the policy writes it.
func (a *misfit) text() string { return a.value.String() }

// wildcardOnly says whether most of the actions take no resource at all.
func (a *misfit) wildcardOnly() bool {
	n := 0
	for _, action := range a.actions {
		if action.WildcardOnly() {
			n++
		}
	}
	return 2*n > len(a.actions)
}

// A statementFit is what of one statement does not fit together.
type statementFit struct {
	statement *policy.Statement
	missed    []misfit      // in the order of Action
	resources []fitResource // all
	unused    []int         // resources that no action acts on; none if that is not sure
	dead      bool          // no action acts on any resource
	sure      bool          // it is known what all actions are
}

// statementFits returns the statements of the policy in which some action acts on
// none of the resources, or some resource is one of none of the actions, if
// everything in them is known that this depends on.
//
// The service reference says of an action which types of resources it takes.
// The required and the others count alike: what a request needs besides may be
// granted elsewhere.
func (p *Pass) statementFits() []statementFit {
	m := &p.shared.fits
	if m.policy != p.Policy {
		m.policy, m.found = p.Policy, nil
		m.look(p)
	}
	return m.found
}
