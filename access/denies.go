package access

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// Denies are the statements of a document that certainly deny whatever they
// match: those without conditions.
type Denies struct {
	doc   *policy.Document
	boxes []box
	on    map[*policy.Statement]*Denied // what has been asked for

	left  int // steps for all questions about the document
	pairs int // how many more statements may be compared with a Deny
	sizes int // how many values the statements have that may deny
}

// NewDenies returns the document's.
func NewDenies(d *policy.Document) *Denies {
	list := &Denies{doc: d, on: map[*policy.Statement]*Denied{}, left: documentSteps, pairs: documentPairs}
	for _, s := range d.Statements {
		if s.Effect != policy.Allow {
			list.sizes += sizeOf(s)
		}
		if s.Effect != policy.Deny || s.Optional || s.Condition.Restricts() || d.Modern() && hasVariable(s.NotResource) {
			continue
		}
		if b, ok := newBox(d, s); ok {
			list.boxes = append(list.boxes, b)
		}
	}
	return list
}

// sizeOf returns how many values the statement has.
func sizeOf(s *policy.Statement) int {
	actions, _ := s.Actions()
	resources, _ := s.Resources()
	return 1 + len(actions.Values) + len(resources.Values)
}

// None says that there are none.
func (d *Denies) None() bool { return len(d.boxes) == 0 }

// On returns what they deny of what a statement of the document is about. It is
// not safe for concurrent use, nor is what it returns.
func (d *Denies) On(s *policy.Statement) *Denied {
	if d.None() {
		return &Denied{}
	}
	on := d.on[s]
	if on == nil {
		on = d.compare(s)
		d.on[s] = on
	}
	return on
}

// documentPairs bounds the memory that the questions about one document take:
// over it, no Deny is known to deny anything. AWS's largest policies have some
// hundred pairs.
const documentPairs = 1 << 18

func (d *Denies) compare(s *policy.Statement) *Denied {
	on := &Denied{of: d, left: maxSteps}
	b, ok := newBox(d.doc, s)
	if d.pairs -= len(d.boxes); !ok || d.pairs < 0 {
		return on
	}
	on.box = b
	for _, deny := range d.boxes {
		if coversPrincipals(deny.statement, s) {
			on.denies = append(on.denies, deny)
		}
	}
	on.cover = newCover(&on.box, on.denies, &on.left)
	return on
}

// Shadow returns statements that together deny every request that an Allow
// statement of the document matches; none if that is not certain. None of them
// can be left out.
func (d *Denies) Shadow(s *policy.Statement) []*policy.Statement { return d.On(s).all() }

// Denied is what Deny statements deny of what one statement is about.
type Denied struct {
	of     *Denies
	box    box
	denies []box
	cover  *cover
	left   int // steps for the question
}

// ask answers a question, within the steps that are left for it.
func (d *Denied) ask(question func() bool) bool {
	if len(d.denies) == 0 {
		return false
	}
	steps := min(maxSteps, d.of.left)
	d.left = steps
	answer := question()
	d.of.left -= steps - d.left
	return answer
}

// Action says whether an action, given by its full name or as a pattern, is
// certainly denied on everything that the statement is about.
func (d *Denied) Action(action string) bool {
	return d.ask(func() bool { return d.cover.covers(side{patterns: []*Pattern{actionPattern(action)}}) })
}

// Touches says whether any of the actions, given as a pattern, may be denied on
// some of it.
func (d *Denied) Touches(actions string) bool {
	return d.ask(func() bool { return !d.cover.hopeless(actionPattern(actions)) })
}

// all returns statements that deny all of it, none of which can be left out.
func (d *Denied) all() []*policy.Statement {
	denies := d.denies
	if !d.coveredBy(denies) {
		return nil
	}
	for i := range denies {
		if d.coveredBy(denies[i : i+1]) {
			return []*policy.Statement{denies[i].statement}
		}
	}
	for i := 0; i < len(denies); {
		if fewer := slices.Delete(slices.Clone(denies), i, i+1); d.coveredBy(fewer) {
			denies = fewer
		} else {
			i++
		}
	}
	by := make([]*policy.Statement, len(denies))
	for i, deny := range denies {
		by[i] = deny.statement
	}
	return by
}

func (d *Denied) coveredBy(denies []box) bool {
	return d.ask(func() bool { return newCover(&d.box, denies, &d.left).covers(d.box.actions) })
}
