package access

import (
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A Growth is a request that one side allows and the other does not.
type Growth struct {
	Policy    *policy.Document
	Statement *policy.Statement // that allows it

	// Gone is a statement of the other side that denies the request there; nil if
	// nothing allows it.
	Gone *policy.Statement

	// Request is the witness: both sides have been evaluated for it. Nil if it is
	// not known whether there is one.
	Request *Request
	// Actions are all actions of the catalog that the other side does not allow on
	// the same resources; nil without a witness.
	Actions []string
	// Future says that only actions that the catalog does not have are more.
	Future bool
	// Why says why it is not known.
	Why string
}

// More returns what wide grants and narrow does not: for each statement that may
// grant more, a request, or that it is not known. The answer is No if wide grants
// no more, Yes if there is a request, and otherwise Unknown. What only the names
// of actions to come could be is reported, and is not more.
func More(c *catalog.Catalog, narrow, wide Grants) ([]Growth, Answer) {
	d := &difference{
		narrow: newHolder(c, narrow), wide: newHolder(c, wide),
		solver: newSolver(actionTableOf(c), DefaultBudget),
	}
	var list []Growth
	answer := No
	grants, unclear := d.wide.allows(isCovered)
	for _, u := range unclear {
		if !hasTwin(d.narrow.grants, u.analysis, u.statement) {
			answer = Unknown
			list = append(list, Growth{Policy: u.analysis.doc, Statement: u.statement, Why: "the statement is not complete"})
		}
	}
	d.comparable = sameUnknown(d.wide, d.narrow)
	if !d.comparable && len(d.wide.unknown()) > 0 {
		answer = Unknown
		list = append(list, Growth{Why: "there may be more statements than can be known"})
	}
	for _, g := range grants {
		growth, more := d.of(g)
		if growth != nil {
			growth.Policy, growth.Statement = g.analysis.doc, g.statement
			list = append(list, *growth)
		}
		answer = answer.or(more)
	}
	return list, answer
}

// A difference between two sides is being looked for.
type difference struct {
	narrow, wide *holder
	solver       *solver
	comparable   bool // what is not known of the sides is the same
}

// refill gives the next question its steps.
func (d *difference) refill() {
	d.solver.left, d.solver.boxes = DefaultBudget.Steps, DefaultBudget.Boxes
	if d.solver.tooLarge() {
		d.solver = newSolver(d.solver.table, DefaultBudget)
	}
}

// of compares what one statement grants.
func (d *difference) of(g grant) (*Growth, Answer) {
	proven, future := d.covered(g)
	if proven {
		if future {
			return &Growth{Future: true}, No
		}
		return nil, No
	}
	if growth := d.witness(g); growth != nil {
		return growth, Yes
	}
	why := "it depends on a value that cannot be known"
	if d.solver.left < 0 || d.solver.boxes < 0 {
		why = "the comparison takes too many steps"
	}
	return &Growth{Why: why}, Unknown
}

// covered says whether all that the statement grants certainly is granted by the
// other side, but for actions that the catalog does not have: future says whether
// there is such.
func (d *difference) covered(g grant) (proven, future bool) {
	lost, ok := d.narrow.gone(d.wide)
	if !ok || !d.comparable && len(d.narrow.unknown()) > 0 {
		return false, false
	}
	narrow, _ := d.narrow.allows(covers)
	granted := append(d.wide.denied(covers), d.narrow.twins(g)...)
	for _, n := range narrow {
		granted = append(granted, n.boxes...)
	}
	visit := func(piece area) bool {
		if d.solver.possibleAction(piece) && d.solver.possibleCaller(piece) {
			return true
		}
		future = future || d.solver.mayBeNew(piece)
		return false
	}
	for _, b := range g.boxes {
		if !d.nothing(b, nil, granted, visit) {
			return false, false
		}
		for _, gone := range lost {
			if !d.nothing(b, gone, d.wide.denied(covers), visit) {
				return false, false
			}
		}
	}
	return true, future
}

// nothing says whether nothing of a box, within another one if that is given, is
// outside the boxes.
func (d *difference) nothing(b, within *box, boxes []*box, visit func(area) bool) bool {
	d.refill()
	x := d.solver
	whole, can := x.inside(x.everywhere(), b)
	if can != No && within != nil {
		whole, can = x.inside(whole, within)
	}
	return can == No || x.residual(whole, boxes, visit) == No
}

// witness looks for a request.
func (d *difference) witness(g grant) *Growth {
	shown, _ := d.wide.allows(isShown)
	for _, s := range shown {
		if s.statement != g.statement || s.analysis != g.analysis {
			continue
		}
		narrow, unclear := d.narrow.allows(denies)
		if len(unclear) > 0 {
			return nil
		}
		var granted []*box
		for _, n := range narrow {
			granted = append(granted, n.boxes...)
		}
		for _, b := range s.boxes {
			if growth := d.find(s, b, nil, append(d.wide.denied(denies), granted...)); growth != nil {
				return growth
			}
			for _, gone := range d.narrow.denied(covers) {
				if growth := d.find(s, b, gone, d.wide.denied(denies)); growth != nil {
					growth.Gone = gone.statement
					return growth
				}
			}
		}
	}
	return nil
}

// find looks for a request in a box, and within another one, that is in none of
// the boxes.
func (d *difference) find(g grant, b, within *box, boxes []*box) *Growth {
	d.refill()
	x := d.solver
	whole, can := x.inside(x.everywhere(), b)
	if can != No && within != nil {
		whole, can = x.inside(whole, within)
	}
	if can == No {
		return nil
	}
	var found *Growth
	var actions actionBits
	x.residual(whole, boxes, func(piece area) bool {
		if !x.possible(piece) {
			return false
		}
		confirmed := x.members(piece, g.statement, g.analysis.boxes.modern, func(r *Request, known bindings) bool {
			x.left -= valueSteps * len(boxes)
			if d.wide.decide(r, known) != Allowed {
				return false
			}
			if v := d.narrow.decide(r, known); v == Allowed || v == Undecided {
				return false
			}
			if found == nil {
				found = &Growth{Request: r.clone()}
			}
			return true
		})
		if confirmed {
			actions.add(x.askable(piece))
		}
		return false
	})
	if found != nil {
		for index := range actions.all() {
			found.Actions = append(found.Actions, x.catalog.ActionAt(index).FullName())
		}
	}
	return found
}

// askable returns the actions of an area that may be asked for on one of its
// resources.
func (x *solver) askable(a area) actionBits {
	if len(a.resources.list) == 0 {
		return a.known
	}
	var list actionBits
	for index := range a.known.all() {
		for format := range x.forms(x.catalog.ActionAt(index)) {
			if x.meetsForm(a.resources, format) {
				list.set(index, index+1)
				break
			}
		}
	}
	return list
}
