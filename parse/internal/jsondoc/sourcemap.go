package jsondoc

import (
	"go/token"
	"sort"

	"github.com/iamlint/iamlint/policy"
)

// A sourceMap tells which source bytes wrote each byte of a text.
type sourceMap struct {
	whole policy.Span  // what wrote the text that no run covers
	runs  []policy.Run // in order of the text

	// base is the position of the first byte if the text stands in one piece in
	// its file, as it is.
	base token.Pos
}

// mapFile returns the map of text that stands in a file, in one piece.
func mapFile(span policy.Span) sourceMap {
	n := int(span.End() - span.Pos())
	return sourceMap{span, []policy.Run{{At: 0, Len: n, Span: span}}, span.Pos()}
}

// mapValue returns the map of a value's text.
func mapValue(v policy.Value) sourceMap { return sourceMap{whole: v.Span, runs: v.Runs()} }

// span returns the source of the text from one byte to another. Where that
// is not one stretch, it is all of the source.
func (m *sourceMap) span(from, to int) policy.Span {
	if m.base.IsValid() {
		return policy.NewSpan(m.base+token.Pos(from), m.base+token.Pos(to))
	}
	first, ok := m.at(from)
	if from >= to {
		return m.gap(from, first, ok)
	}
	last, ok2 := m.at(to - 1)
	if !ok || !ok2 || last.End() < first.Pos() || !m.near(first, last) {
		return m.whole
	}
	return policy.NewSpan(first.Pos(), last.End())
}

// gap returns the place in front of a byte, whose source is next unless that
// is not ok: then it is the end of the text, or nothing wrote it.
func (m *sourceMap) gap(at int, next policy.Span, ok bool) policy.Span {
	if ok {
		return policy.NewSpan(next.Pos(), next.Pos())
	}
	if prev, ok := m.at(at - 1); ok {
		return policy.NewSpan(prev.End(), prev.End())
	}
	return m.whole
}

// near says whether what lies between two stretches belongs to the text, too.
func (m *sourceMap) near(first, last policy.Span) bool {
	if m.whole.Contains(first) && m.whole.Contains(last) {
		return true
	}
	return last.Pos()-first.End() < maxGap
}

// maxGap is how far apart, in source bytes, two stretches may be that are not
// written in the same expression.
const maxGap = 4096

// at returns the source of one byte. It is not ok if no run covers it.
func (m *sourceMap) at(i int) (policy.Span, bool) {
	n := m.after(i)
	if n == len(m.runs) || m.runs[n].At > i || i < 0 {
		return policy.Span{}, false
	}
	return part(m.runs[n], i, i+1).Span, true
}

// after returns the index of the first run that ends after the byte.
func (m *sourceMap) after(i int) int {
	return sort.Search(len(m.runs), func(n int) bool { return m.runs[n].At+m.runs[n].Len > i })
}

// slice appends the runs of the text from one byte to another, which is to
// stand at a place in another text.
func (m *sourceMap) slice(runs []policy.Run, at, from, to int) []policy.Run {
	for n := m.after(from); n < len(m.runs) && m.runs[n].At < to; n++ {
		all := m.runs[n]
		r := part(all, max(from, all.At), min(to, all.At+all.Len))
		// A part of an escape sequence that by chance is as long as its whole
		// source would pass for text that stands there as it is.
		if verbatim(all) || !verbatim(r) {
			r.At += at - from
			runs = append(runs, r)
		}
	}
	return runs
}

// verbatim says whether the text of a run stands in the source as it is.
func verbatim(r policy.Run) bool { return int(r.End()-r.Pos()) == r.Len }

// part returns the part of a run that has the text from one byte to another.
func part(r policy.Run, from, to int) policy.Run {
	if !verbatim(r) {
		return policy.Run{At: from, Len: to - from, Span: r.Span}
	}
	pos := r.Pos() + token.Pos(from-r.At)
	return policy.Run{At: from, Len: to - from, Span: policy.NewSpan(pos, pos+token.Pos(to-from))}
}
