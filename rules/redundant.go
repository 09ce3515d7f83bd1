package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// reportRedundant reports the values of a list that another one covers. Of
// equal ones the later is redundant.
func (p *Pass) reportRedundant(s *policy.Statement, l policy.List, compile func(policy.Value) *access.Pattern) {
	if len(l.Values) < 2 {
		return
	}
	r := redundancy{values: l.Values, compile: compile}
	r.equal = r.repetitions()
	for i, v := range l.Values {
		if v.HasWildcard() {
			r.wide = append(r.wide, wide{i, start(v)})
		}
	}
	if len(r.equal) == 0 && len(r.wide) == 0 {
		return
	}
	for i := range l.Values {
		if by, ok := r.by(i); ok {
			p.reportCovered(s, l, i, by)
		}
	}
}

func (p *Pass) reportCovered(s *policy.Statement, l policy.List, i, by int) {
	v, other := l.Values[i], l.Values[by]
	what := "is covered by " + quoted(other)
	if v.Same(other) {
		what = "is already in the list"
	}
	f := p.Reportf(s, v, "%s %s", quoted(v), what).AddRelated(other, "covers it")
	f.Subject = v.String()
	edits, ok := p.Delete(l, i)
	f.Fix("Remove "+quoted(v), edits, ok)
}

func quoted(v policy.Value) string { return `"` + v.String() + `"` }

// A redundancy is a list being searched for values that others cover.
type redundancy struct {
	values   []policy.Value
	compile  func(policy.Value) *access.Pattern
	patterns []*access.Pattern // by value, once it is needed
	wide     []wide
	equal    map[int]int // values that are the same as an earlier one
}

// wide is a value with wildcards.
type wide struct {
	i     int
	start string // in front of the first wildcard or hole
}

// repetitions returns the values that are the same as an earlier one.
func (r *redundancy) repetitions() map[int]int {
	var equal map[int]int
	first := make(map[uint64]int, len(r.values))
	for i, v := range r.values {
		hash := foldHash(v)
		before, seen := first[hash]
		if !seen {
			first[hash] = i
			continue
		}
		if r.covers(before, i) && r.covers(i, before) {
			if equal == nil {
				equal = map[int]int{}
			}
			equal[i] = before
		}
	}
	return equal
}

// foldHash returns a number that is equal for values that differ in case only.
func foldHash(v policy.Value) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	hash := uint64(offset)
	text := v.Text()
	for i := range len(text) {
		hash = (hash ^ uint64(text[i]|0x20)) * prime
	}
	for _, h := range v.Holes() {
		for i := range len(h.ID) {
			hash = (hash ^ uint64(h.ID[i])) * prime
		}
	}
	return hash
}

// by returns the value that covers the i'th. Two that cover each other, in
// different words, are not both redundant.
func (r *redundancy) by(i int) (int, bool) {
	if before, ok := r.equal[i]; ok {
		return before, true
	}
	text := r.values[i].Text()
	for _, w := range r.wide {
		if w.i == i || len(text) < len(w.start) || !strings.EqualFold(text[:len(w.start)], w.start) {
			continue
		}
		if r.covers(w.i, i) && (w.i < i || !r.covers(i, w.i)) {
			return w.i, true
		}
	}
	return 0, false
}

func (r *redundancy) covers(i, j int) bool { return r.pattern(i).Covers(r.pattern(j)) }

func (r *redundancy) pattern(i int) *access.Pattern {
	if r.patterns == nil {
		r.patterns = slices.Repeat([]*access.Pattern{nil}, len(r.values))
	}
	if r.patterns[i] == nil {
		r.patterns[i] = r.compile(r.values[i])
	}
	return r.patterns[i]
}

// start returns the text in front of the first wildcard or hole. What a value
// with wildcards covers starts with it.
func start(v policy.Value) string {
	text := v.Prefix()
	if i := strings.IndexAny(text, "*?$"); i >= 0 {
		text = text[:i]
	}
	return text
}
