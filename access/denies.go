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
}

// NewDenies returns the document's.
func NewDenies(d *policy.Document) *Denies {
	list := &Denies{doc: d}
	for _, s := range d.Statements {
		if s.Effect != policy.Deny || s.Optional || s.Condition.Restricts() {
			continue
		}
		if b, ok := newBox(d, s); ok {
			list.boxes = append(list.boxes, b)
		}
	}
	return list
}

// None says that there are none.
func (d *Denies) None() bool { return len(d.boxes) == 0 }

// Shadow returns statements that together deny every request that an Allow
// statement of the document matches; none if that is not certain. None of them
// can be left out.
func (d *Denies) Shadow(s *policy.Statement) []*policy.Statement {
	b, ok := newBox(d.doc, s)
	if !ok || d.None() {
		return nil
	}
	denies := slices.DeleteFunc(slices.Clone(d.boxes), func(deny box) bool { return !coversPrincipals(deny.statement, s) })
	left := maxSteps
	for i := range denies {
		if b.coveredBy(denies[i:i+1], &left) {
			return []*policy.Statement{denies[i].statement}
		}
	}
	if len(denies) < 2 || !b.coveredBy(denies, &left) {
		return nil
	}
	for i := 0; i < len(denies); {
		if fewer := slices.Delete(slices.Clone(denies), i, i+1); b.coveredBy(fewer, &left) {
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

// Action says whether the action, a pattern or a name, is certainly denied on
// everything that the statement is about.
func (d *Denies) Action(s *policy.Statement, action string) bool {
	if d.None() {
		return false
	}
	b, ok := newBox(d.doc, s)
	if !ok {
		return false
	}
	b.actions = side{patterns: []*Pattern{actionPattern(action)}}
	denies := slices.DeleteFunc(slices.Clone(d.boxes), func(deny box) bool { return !coversPrincipals(deny.statement, s) })
	left := maxSteps
	return b.coveredBy(denies, &left)
}
