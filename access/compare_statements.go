package access

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// ShadowedBy returns statements of this and other documents, which apply to the
// same requests, that together deny every request that an Allow statement of this
// document matches; none if that is not certain. None of them can be left out.
func (a *Analysis) ShadowedBy(s *policy.Statement, others ...*Analysis) []*policy.Statement {
	boxes := a.denies()
	for _, o := range others {
		boxes = append(slices.Clip(boxes), o.denies()...)
	}
	return a.coverOf(s, boxes)
}

// Outside says whether no request that a statement matches may be allowed by the
// other document, such as a permissions boundary.
func (a *Analysis) Outside(s *policy.Statement, limit *Analysis) bool {
	if limit.doc.Open() {
		return false
	}
	x, done := a.ask()
	defer done()
	whole, ok := a.area(x, s, isCovered)
	if !ok {
		return false
	}
	for _, other := range limit.doc.Statements {
		if effect, known := effectOf(other); known && effect != policy.Allow {
			continue
		}
		b := limit.boxes.box(other, denies)
		if b == nil {
			return false
		}
		if part, can := x.inside(whole, b); can != No && x.possible(part) {
			return false
		}
	}
	return x.left >= 0
}

// Part is what a statement is about with one of the values of its Action or
// Resource only.
type Part struct {
	Resource bool // a value of Resource, else of Action
	Index    int
}

// ShadowPart returns statements of the document that together deny every request
// that a part of an Allow statement matches; none if that is not certain.
func (a *Analysis) ShadowPart(s *policy.Statement, p Part) []*policy.Statement {
	return a.partOf(s, p, a.denies())
}

// CoverPart returns other statements of the same effect that together match every
// request that a part of the statement matches; none if that is not certain.
func (a *Analysis) CoverPart(s *policy.Statement, p Part) []*policy.Statement {
	if s.Effect == policy.Deny {
		return a.partOf(s, p, but(a.denies(), s))
	}
	return a.partOf(s, p, but(a.allows(), s))
}

func (a *Analysis) partOf(s *policy.Statement, p Part, by []*box) []*policy.Statement {
	if len(by) == 0 {
		return nil
	}
	part := *s
	if p.Resource {
		part.Resource = policy.NewList(policy.List{Values: s.Resource.Values[p.Index : p.Index+1]})
	} else {
		part.Action = policy.NewList(policy.List{Values: s.Action.Values[p.Index : p.Index+1]})
	}
	b, ok := a.boxes.newBox(&part, isCovered)
	if !ok || b.none {
		return nil
	}
	x, done := a.ask()
	defer done()
	whole, can := x.inside(x.everywhere(), b)
	if can == No {
		return nil
	}
	return x.coveredBy(whole, by)
}

// Contradiction returns the indexes of entries of a statement's Condition that
// never hold for the same request, all on one key; none if that is not certain.
// None of them can be left out.
func (a *Analysis) Contradiction(s *policy.Statement) []int {
	byKey := map[string][]int{}
	var keys []string
	entries := s.Condition.Entries
	sets := make([]*keySet, len(entries))
	for i := range entries {
		set, ok := newKeySet(&entries[i], a.boxes.modern, isCovered)
		if !ok {
			continue
		}
		sets[i] = set
		if byKey[set.key] == nil {
			keys = append(keys, set.key)
		}
		byKey[set.key] = append(byKey[set.key], i)
	}
	x, done := a.ask()
	defer done()
	for _, key := range keys {
		indexes := byKey[key]
		never := func(indexes []int) bool {
			demands := make([]keyDemand, len(indexes))
			for i, n := range indexes {
				demands[i] = keyDemand{set: sets[n]}
			}
			_, answer := findKey(demands, x.typeOf(key), &x.left)
			return answer == No
		}
		if !never(indexes) {
			continue
		}
		for i := 0; i < len(indexes); {
			if fewer := slices.Delete(slices.Clone(indexes), i, i+1); never(fewer) {
				indexes = fewer
			} else {
				i++
			}
		}
		return indexes
	}
	return nil
}

// CoversValue says whether every value of a condition key that meets the operator
// with the value v meets it with w too. Of an operator that is negated, it is the
// positive one that is asked about.
func CoversValue(o Operator, w, v policy.Value, modern bool) bool {
	o.Negated = false
	one := func(v policy.Value, as side) *valueSet {
		return newValueSet(o, policy.NewList(policy.List{Values: []policy.Value{v}}), modern, as)
	}
	left := DefaultBudget.Steps
	f := finder{left: &left}
	_, answer := f.one([]valueDemand{{set: one(v, isCovered)}, {set: one(w, covers), out: true}})
	return answer == No
}

// JointlyDeny says whether two Deny statements together deny every request that
// has an action and a resource that both are about, whoever asks and whatever the
// condition keys are; neither does so alone.
func (a *Analysis) JointlyDeny(s, t *policy.Statement) bool {
	first, second := a.boxes.box(s, covers), a.boxes.box(t, covers)
	if first == nil || second == nil || first.none || second.none {
		return false
	}
	x, done := a.ask()
	defer done()
	both := x.everywhere()
	for _, b := range []*box{first, second} {
		for i := range b.demands {
			d := &b.demands[i]
			if d.actions == nil && d.resources == nil {
				continue
			}
			var can Answer
			if both, can = x.meet(both, d, false); can == No {
				return false
			}
		}
	}
	return x.possible(both) && x.covered(both, []*box{first, second}) &&
		!x.covered(both, []*box{first}) && !x.covered(both, []*box{second})
}
