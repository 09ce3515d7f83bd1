package access

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// Witness returns a request that the statement allows and that nothing in the
// document denies, for an action that the pattern matches, or nil if it finds
// none. What the statement leaves open is filled in with examples, and so are
// holes whose form is known.
func (a *Analysis) Witness(s *policy.Statement, actions string) *Request {
	if s.Effect != policy.Allow || s.Optional || s.Open() || a.doc.Open() {
		return nil
	}
	x, done := a.ask()
	defer done()
	whole, ok := a.areaOfPattern(x, s, actions)
	if !ok {
		return nil
	}
	set := &actionSet{}
	x.table.add(&set.known, actions)
	whole, can := x.meet(whole, &demand{actions: set, id: lastDemand.Add(1)}, false)
	if can == No {
		return nil
	}
	return a.through(x, s, whole)
}

// areaOfPattern returns the requests of a statement that are shown, or at least
// those for the actions: if they are what one of the statement's values stands
// for, the others need not be looked up.
func (a *Analysis) areaOfPattern(x *solver, s *policy.Statement, actions string) (area, bool) {
	if !slices.ContainsFunc(s.Action.Values, func(v policy.Value) bool { return v.Is(actions) }) {
		return a.area(x, s, isShown)
	}
	part := *s
	part.Action = policy.NewList(policy.List{Values: []policy.Value{policy.NewValue(policy.Span{}, actions)}})
	b, ok := a.boxes.newBox(&part, isShown)
	if !ok || b.none {
		return area{}, false
	}
	whole, can := x.inside(x.everywhere(), b)
	return whole, can != No
}

// through returns a request of an area of a statement that gets through.
func (a *Analysis) through(x *solver, s *policy.Statement, whole area) *Request {
	var found *Request
	x.residual(whole, a.mayDeny(), func(piece area) bool {
		return x.members(piece, s, a.boxes.modern, func(r *Request, known bindings) bool {
			if x.left -= valueSteps * (a.sizes + sizeOf(s)); x.left < 0 || !a.gets(r, known, s) {
				return false
			}
			found = r.clone()
			return true
		})
	})
	return found
}

// valueSteps is what it counts as to compare a request with a value.
const valueSteps = 5

// gets says whether the evaluator agrees that the request gets through by the
// statement.
func (a *Analysis) gets(r *Request, known bindings, s *policy.Statement) bool {
	e := newEvaluation(a.doc, r, known)
	if e.matches(s) != Yes {
		return false
	}
	for _, other := range a.doc.Statements {
		if other.Effect != policy.Allow && e.matches(other) != No {
			return false
		}
	}
	return true
}
