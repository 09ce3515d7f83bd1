package access

// An Answer to a question about policies. Unknown is honest: a value cannot be
// known from the source, or the question is too large.
type Answer uint8

// The answers.
const (
	No Answer = iota
	Yes
	Unknown
)

// String returns "no", "yes" or "unknown".
func (a Answer) String() string { return [...]string{"no", "yes", "unknown"}[a] }

// not returns the answer to the opposite question.
func (a Answer) not() Answer {
	switch a {
	case Yes:
		return No
	case No:
		return Yes
	}
	return Unknown
}

// and returns whether both hold.
func (a Answer) and(b Answer) Answer {
	switch {
	case a == No || b == No:
		return No
	case a == Yes && b == Yes:
		return Yes
	}
	return Unknown
}

// or returns whether one of both holds.
func (a Answer) or(b Answer) Answer { return a.not().and(b.not()).not() }
