package rules

import (
	"slices"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// outsiderDenies are the statements of a document that deny something to
// everybody who is not known to its author, or may do so. An Allow of what they
// deny binds the caller as well as a condition does.
type outsiderDenies struct {
	list []denial
	open bool // what is not known of the document may deny anything
	left int  // how many more questions are answered
}

// maxDenied bounds the questions about one document.
const maxDenied = 1 << 18

// A denial is one such statement.
type denial struct {
	actions, resources       []*access.Pattern
	notActions, notResources bool
	allActions, allResources bool // or it may be all
}

func newOutsiderDenies(d *policy.Document) *outsiderDenies {
	o := &outsiderDenies{open: d.Open(), left: maxDenied}
	for _, s := range d.Statements {
		if !deniesOutsiders(s) {
			continue
		}
		var n denial
		actions, not := s.Actions()
		n.notActions, n.allActions = not, !actions.Present() || actions.Open()
		for _, v := range actions.Values {
			n.actions = append(n.actions, access.ActionPattern(v))
		}
		resources, not := s.Resources()
		n.notResources, n.allResources = not, !resources.Present() || resources.Open()
		for _, v := range resources.Values {
			n.resources = append(n.resources, access.ResourcePattern(v, d.Modern()))
		}
		o.list = append(o.list, n)
	}
	return o
}

// deny says whether the document takes the action from outsiders, or may do
// so. Resource is what is allowed, nil where there is none or it is not known.
func (o *outsiderDenies) deny(action string, resource *access.Pattern) bool {
	for _, n := range o.list {
		o.left -= 1 + len(n.actions) + len(n.resources)
		if o.left < 0 || n.deniesAction(action) && n.deniesResource(resource) {
			return true
		}
	}
	return o.open
}

// deniesAction says whether the action is among the statement's, or may be.
func (n *denial) deniesAction(action string) bool {
	if n.allActions {
		return true
	}
	for _, p := range n.actions {
		switch matches := p.MatchesAction(action); {
		case n.notActions && matches == access.Yes:
			return false
		case !n.notActions && matches != access.No:
			return true
		}
	}
	return n.notActions
}

// deniesResource says whether all of the resource is among the statement's, or
// may be.
func (n *denial) deniesResource(resource *access.Pattern) bool {
	switch {
	case n.allResources || resource == nil:
		return true
	case n.notResources:
		return !slices.ContainsFunc(n.resources, func(p *access.Pattern) bool { return p.Overlaps(resource) == access.Yes })
	}
	return resource.In(n.resources...) != access.No
}
