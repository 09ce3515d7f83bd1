package access

import (
	"slices"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// An Analysis answers questions about the requests that the statements of one
// document match, all of them at once. What is not certain, because of holes or
// because a question is too large, it does not say. It is not safe for concurrent
// use.
type Analysis struct {
	doc    *policy.Document
	boxes  *compiler
	solver *solver

	left int // steps for all questions about the document

	allowing []*policy.Statement
	denying  []*policy.Statement
	always   []*policy.Statement // deny without conditions
	maybe    []*policy.Statement // deny, or may do so
	ready    map[listed][]*box   // boxes, once they are needed

	sizes int // how many values the statements have that may deny
}

// listed is a list of statements, as boxes for one side.
type listed struct {
	list *[]*policy.Statement
	as   side
}

// documentSteps bounds the work of all questions about one document.
const documentSteps = 50 * maxSteps

// NewAnalysis returns the document's.
func NewAnalysis(c *catalog.Catalog, d *policy.Document) *Analysis {
	a := &Analysis{doc: d, boxes: newCompiler(actionTableOf(c), d), left: documentSteps, ready: map[listed][]*box{}}
	for _, s := range d.Statements {
		effect, known := effectOf(s)
		switch {
		case effect == policy.Allow:
			a.allowing = append(a.allowing, s)
			continue
		case effect == policy.Deny:
			a.denying = append(a.denying, s)
			if !s.Condition.Restricts() {
				a.always = append(a.always, s)
			}
		case known:
			continue // a mistake
		}
		a.maybe = append(a.maybe, s)
		a.sizes += sizeOf(s)
	}
	return a
}

// denies returns what certainly is denied, allows what certainly is allowed if no
// Deny is against it, and mayDeny what may be denied.
func (a *Analysis) denies() []*box  { return a.of(&a.denying, covers) }
func (a *Analysis) allows() []*box  { return a.of(&a.allowing, covers) }
func (a *Analysis) mayDeny() []*box { return a.of(&a.maybe, denies) }

// sizeOf returns how many values the statement has.
func sizeOf(s *policy.Statement) int {
	actions, _ := s.Actions()
	resources, _ := s.Resources()
	return 1 + len(actions.Values) + len(resources.Values)
}

// ask returns a solver with the steps that a question may take, and what is to be
// called once it has been answered.
func (a *Analysis) ask() (x *solver, done func()) {
	if a.solver == nil || a.solver.tooLarge() {
		a.solver = newSolver(a.boxes.table, DefaultBudget)
	}
	x = a.solver
	steps := min(DefaultBudget.Steps, a.left)
	x.left, x.boxes = steps, DefaultBudget.Boxes
	return x, func() { a.left -= steps - x.left }
}

// area returns all requests of a statement; not ok if nothing can be said of it.
func (a *Analysis) area(x *solver, s *policy.Statement, as side) (area, bool) {
	b := a.boxes.box(s, as)
	if b == nil || b.none {
		return area{}, false
	}
	whole, can := x.inside(x.everywhere(), b)
	return whole, can != No
}

// of returns the boxes of a list of statements.
func (a *Analysis) of(list *[]*policy.Statement, as side) []*box {
	boxes, ok := a.ready[listed{list, as}]
	if ok {
		return boxes
	}
	boxes = make([]*box, 0, len(*list))
	for _, s := range *list {
		if b := a.boxes.box(s, as); b != nil && !b.none {
			boxes = append(boxes, b)
		}
	}
	a.ready[listed{list, as}] = boxes
	return boxes
}

// but returns the boxes without that of one statement.
func but(boxes []*box, s *policy.Statement) []*box {
	i := slices.IndexFunc(boxes, func(b *box) bool { return b.statement == s })
	if i < 0 {
		return boxes
	}
	return slices.Delete(slices.Clone(boxes), i, i+1)
}

// covered says whether all requests of the area that can be made certainly are in
// the boxes.
func (x *solver) covered(whole area, by []*box) bool {
	return x.residual(whole, by, x.possible) == No
}

// fully says whether all requests of the area certainly are in the boxes, be they
// possible or not.
func (x *solver) fully(whole area, by []*box) bool {
	return x.residual(whole, by, func(area) bool { return true }) == No
}

// coveredBy returns those of the boxes that together have all of the area, each of
// which is needed; none if that is not certain.
func (x *solver) coveredBy(whole area, boxes []*box) []*policy.Statement {
	covered := x.covered
	if !x.possible(whole) { // another rule says so
		covered = x.fully
	}
	if !covered(whole, boxes) {
		return nil
	}
	needed := x.needed(whole, boxes, covered)
	by := make([]*policy.Statement, len(needed))
	for i, b := range needed {
		by[i] = b.statement
	}
	slices.SortFunc(by, func(s, t *policy.Statement) int { return s.Index - t.Index })
	return by
}

// NoDeny says that no statement of the document certainly denies what it matches.
func (a *Analysis) NoDeny() bool { return len(a.denying) == 0 }

// Shadow returns statements that together deny every request that an Allow
// statement of the document matches; none if that is not certain. None of them
// can be left out.
func (a *Analysis) Shadow(s *policy.Statement) []*policy.Statement {
	return a.coverOf(s, a.denies())
}

// Cover returns other statements of the same effect that together match every
// request that a statement of the document matches; none if that is not certain.
// None of them can be left out.
func (a *Analysis) Cover(s *policy.Statement) []*policy.Statement {
	if s.Effect == policy.Deny {
		return a.coverOf(s, a.denies())
	}
	return a.coverOf(s, a.allows())
}

func (a *Analysis) coverOf(s *policy.Statement, by []*box) []*policy.Statement {
	if len(by) == 0 {
		return nil
	}
	x, done := a.ask()
	defer done()
	whole, ok := a.area(x, s, isCovered)
	if !ok {
		return nil
	}
	return x.coveredBy(whole, but(by, s))
}

// Empty says that the statement certainly matches no request, as its demands
// contradict each other.
func (a *Analysis) Empty(s *policy.Statement) bool {
	x, done := a.ask()
	defer done()
	b := a.boxes.box(s, isCovered)
	if b == nil {
		return false
	}
	_, can := x.inside(x.everywhere(), b)
	return can == No
}

// On returns what certainly is denied of what a statement of the document is
// about.
func (a *Analysis) On(s *policy.Statement) *Denied { return &Denied{a, s} }

// Denied is what Deny statements deny of what one statement is about.
type Denied struct {
	analysis  *Analysis
	statement *policy.Statement
}

// Action says whether an action, given by its full name or as a pattern, is
// certainly denied on everything that the statement is about.
func (d *Denied) Action(action string) bool {
	a := d.analysis
	if a.NoDeny() {
		return false
	}
	x, done := a.ask()
	defer done()
	whole, ok := a.areaOf(x, d.statement, action)
	return ok && x.covered(whole, a.denies())
}

// areaOf returns the requests of a statement for other actions than its own.
func (a *Analysis) areaOf(x *solver, s *policy.Statement, action string) (area, bool) {
	b := a.boxes.box(s, isCovered)
	if b == nil || b.none {
		return area{}, false
	}
	set := a.boxes.actionsLike(action)
	whole := x.everywhere()
	for i := range b.demands {
		d := b.demands[i]
		if d.actions != nil {
			d = demand{actions: set, id: lastDemand.Add(1)}
		}
		var can Answer
		if whole, can = x.meet(whole, &d, false); can == No {
			return area{}, false
		}
	}
	return whole, true
}

// Touches says whether any of the actions, given as a pattern, is denied on
// something by a Deny without conditions.
func (d *Denied) Touches(actions string) bool {
	a := d.analysis
	if len(a.always) == 0 {
		return false
	}
	var known actionBits
	beyond := a.boxes.table.add(&known, actions)
	return anyOf(a.of(&a.always, covers), func(b *box) bool {
		return b.actions.known.meets(known) || beyond && b.actions.mayTouch(actionPattern(actions))
	})
}

// mayTouch says whether the set may have some of the actions that the catalog
// lacks.
func (s *actionSet) mayTouch(p *Pattern) bool {
	if s.beyond.not || s.beyond.all {
		return true
	}
	return anyOf(s.beyond.patterns, func(q *Pattern) bool { return q.Overlaps(p) != No })
}

// tooLarge says that what the solver has kept takes much memory.
func (x *solver) tooLarge() bool { return len(x.joined)+len(x.formsOf) > 1<<16 }
