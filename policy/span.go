package policy

import "go/token"

// A Span is the source bytes that wrote something, as positions of the file
// set that the policy was loaded with. The zero Span is nowhere: what has it
// was not written, but follows from a default or from absence.
type Span struct{ pos, end token.Pos }

// NewSpan returns the span from pos to end, exclusive.
func NewSpan(pos, end token.Pos) Span { return Span{pos, end} }

// Pos returns the position of the first byte.
func (s Span) Pos() token.Pos { return s.pos }

// End returns the position after the last byte.
func (s Span) End() token.Pos { return s.end }

// IsValid says whether the span is anywhere.
func (s Span) IsValid() bool { return s.pos.IsValid() }

// Contains says whether t lies within s.
func (s Span) Contains(t Span) bool { return s.pos <= t.pos && t.end <= s.end }

// Or returns s, or t if s is nowhere.
func (s Span) Or(t Span) Span {
	if s.IsValid() {
		return s
	}
	return t
}
