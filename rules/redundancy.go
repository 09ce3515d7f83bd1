package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// A redundancy is a list being searched for values that others cover.
type redundancy struct {
	values   []policy.Value
	compile  func(policy.Value) *access.Pattern
	patterns []*access.Pattern // by value, once it is needed
	wide     []wide            // values with wildcards
	equal    map[int]int       // values that are the same as an earlier one

	near    []*wide // those of wide that may cover values of the service asked for last
	service string
	asked   bool

	left int // comparisons: lists may be made to be slow
}

const (
	maxComparisons = 1 << 22
	coverCost      = 64 // what it counts as to compare two patterns
)

// wide is a value with wildcards.
type wide struct {
	i     int
	start string // in front of the first wildcard, and of any hole
}

func newRedundancy(values []policy.Value, compile func(policy.Value) *access.Pattern) *redundancy {
	r := &redundancy{values: values, compile: compile, left: maxComparisons}
	first := make(map[uint64]int, len(values))
	for i, v := range values {
		if n := firstWildcard(v.Text()); n >= 0 {
			start, _, _ := strings.Cut(v.Text()[:min(n, len(v.Prefix()))], "$")
			r.wide = append(r.wide, wide{i, start})
		}
		hash := foldHash(v)
		before, seen := first[hash]
		if !seen {
			first[hash] = i
		} else if r.covers(before, i) && r.covers(i, before) {
			if r.equal == nil {
				r.equal = map[int]int{}
			}
			r.equal[i] = before
		}
	}
	return r
}

func firstWildcard(text string) int {
	star, one := strings.IndexByte(text, '*'), strings.IndexByte(text, '?')
	if star < 0 || one >= 0 && one < star {
		return one
	}
	return star
}

// foldHash returns a number that is equal for values that differ in case only.
func foldHash(v policy.Value) uint64 {
	hash := foldHashText(uint64(len(v.Text())), v.Text())
	for _, h := range v.Holes() {
		hash = foldHashText(hash, h.ID)
	}
	return hash
}

// foldHashText takes eight bytes at a time, as lists are long.
func foldHashText(hash uint64, s string) uint64 {
	const fold, prime = 0x2020202020202020, 0x9E3779B97F4A7C15
	for len(s) >= 8 {
		word := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		hash = (hash ^ (word | fold)) * prime
		hash ^= hash >> 29
		s = s[8:]
	}
	for i := range len(s) {
		hash = (hash ^ uint64(s[i]|0x20)) * prime
	}
	return hash ^ hash>>29
}

// by returns the value that covers the i'th. Two that cover each other, in
// different words, are not both redundant.
func (r *redundancy) by(i int) (int, bool) {
	if before, ok := r.equal[i]; ok {
		return before, true
	}
	text := r.values[i].Text()
	near := r.nearTo(text)
	if r.left -= len(near); r.left < 0 {
		return 0, false
	}
	for _, w := range near {
		if w.i == i || !w.mayCover(text) {
			continue
		}
		if r.left -= coverCost; r.left < 0 {
			return 0, false
		}
		if r.covers(w.i, i) && (w.i < i || !r.covers(i, w.i)) {
			return w.i, true
		}
	}
	return 0, false
}

// nearTo returns the values with wildcards that start as the text does up to its
// first colon: values of one service mostly stand together.
func (r *redundancy) nearTo(text string) []*wide {
	service := text[:strings.IndexByte(text, ':')+1]
	if service == r.service && r.asked {
		return r.near
	}
	r.asked = true
	r.near, r.service = r.near[:0], service
	r.left -= len(r.wide)
	for i := range r.wide {
		w := &r.wide[i]
		if n := min(len(w.start), len(service)); strings.EqualFold(w.start[:n], service[:n]) {
			r.near = append(r.near, w)
		}
	}
	return r.near
}

// mayCover says whether a text starts as the value does. The last letter of
// that is looked at first: within a list values begin alike.
func (w *wide) mayCover(text string) bool {
	n := len(w.start)
	if len(text) < n {
		return false
	}
	return n == 0 || (text[n-1]^w.start[n-1])&^0x20 == 0 && strings.EqualFold(text[:n], w.start)
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
