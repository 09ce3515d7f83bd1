package rules

import (
	"unicode/utf8"

	"github.com/iamlint/iamlint/policy"
)

// A counting is what of a policy AWS counts.
type counting uint8

const (
	visibleCharacters counting = iota
	allCharacters
	allBytes
)

var countings = map[string]counting{"visible": visibleCharacters, "characters": allCharacters, "bytes": allBytes}

// String names what is counted.
func (c counting) String() string {
	return [...]string{"non-space characters", "characters", "bytes"}[c]
}

// A policySize is the length of a policy as JSON without white space between
// its elements: it is never longer when AWS gets it.
type policySize struct {
	counted [3]int // by counting
	atLeast bool   // more of it is not known
}

// add counts characters that take a byte each and are no white space.
func (z *policySize) add(n int) {
	for i := range z.counted {
		z.counted[i] += n
	}
}

// object counts the braces or brackets and commas around n members.
func (z *policySize) object(n int) { z.add(2 + max(n-1, 0)) }

// name counts the name of a member.
func (z *policySize) name(name string) { z.add(len(name) + len(`"":`)) }

// value counts a string with its quotes.
func (z *policySize) value(v *policy.Value) {
	z.add(len(`""`))
	z.text(v.Text())
	for _, h := range v.Holes() {
		z.atLeast = true
		z.add(shortest(h.Form))
	}
}

// shortest returns how many characters a string of the form has at least.
func shortest(f policy.Form) int {
	switch f {
	case policy.AnyForm:
		return 0
	case policy.AccountForm:
		return len("111122223333")
	}
	return 1
}

// text counts what stands between quotes.
func (z *policySize) text(text string) {
	spaces := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == ' ':
			spaces++
		case c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t':
			z.add(1) // the backslash of an escape sequence
		case c < ' ':
			z.add(len(`\u0000`) - 1)
		}
	}
	n := utf8.RuneCountInString(text)
	z.counted[allBytes] += len(text)
	z.counted[allCharacters] += n
	z.counted[visibleCharacters] += n - spaces
}
