package terraform

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A textBuilder puts a string together from what is written in several
// places.
type textBuilder struct {
	text  strings.Builder
	holes []policy.Hole
	runs  []policy.Run

	fixed    bool // the source of a part stands for several
	overflow bool
	failed   bool
}

// literal adds text that the runs, which count from its start, wrote.
func (b *textBuilder) literal(text string, runs []policy.Run) {
	at := b.text.Len()
	for _, r := range runs {
		r.At += at
		b.run(r)
	}
	b.text.WriteString(text)
	b.check()
}

// run adds one run, joined to the last one where they touch.
func (b *textBuilder) run(r policy.Run) {
	if n := len(b.runs); n > 0 {
		last := &b.runs[n-1]
		if last.At+last.Len == r.At && last.End() == r.Pos() && even(*last) && even(r) {
			last.Span, last.Len = policy.NewSpan(last.Pos(), r.End()), last.Len+r.Len
			return
		}
	}
	b.runs = append(b.runs, r)
}

// even says whether the bytes of the text are those of the source.
func even(r policy.Run) bool { return int(r.End()-r.Pos()) == r.Len }

// add adds a string with its holes and where it comes from.
func (b *textBuilder) add(v policy.Value) {
	at := b.text.Len()
	for _, h := range v.Holes() {
		h.At += at
		b.holes = append(b.holes, h)
	}
	b.literal(v.Text(), v.Runs())
}

// gap adds text that stands nowhere.
func (b *textBuilder) gap(text string) { b.literal(text, nil) }

func (b *textBuilder) check() {
	b.overflow = b.overflow || b.text.Len() > maxText || len(b.holes) > maxParts || len(b.runs) > maxParts
}

// value returns the string, as what the expression at the span gives.
func (b *textBuilder) value(at policy.Span, syntax policy.Syntax) policy.Value {
	if b.fixed {
		syntax = fixed{}
	}
	return policy.NewValue(at, b.text.String(), b.holes...).WithOrigin(&policy.Origin{Runs: b.runs, Syntax: syntax})
}
