package access

import "github.com/iamlint/iamlint/policy"

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
	whole, ok := a.area(x, s, isShown)
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

// through returns a request of an area of a statement that gets through.
func (a *Analysis) through(x *solver, s *policy.Statement, whole area) *Request {
	var found *Request
	x.residual(whole, a.mayDeny, func(piece area) bool {
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
