package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A writtenText is what few policies have in any of their strings, looked for
// once for all rules.
type writtenText struct {
	policy    *policy.Document
	variables bool // what looks like a policy variable
	latin     bool // no character beyond U+00FF
}

// writtenText returns what the strings of the policy have.
func (p *Pass) writtenText() *writtenText {
	t := &p.shared.text
	if t.policy == p.Policy {
		return t
	}
	*t = writtenText{policy: p.Policy, latin: true}
	for _, v := range p.writtenValues() {
		text := v.Text()
		t.variables = t.variables || strings.Contains(text, "${")
		t.latin = t.latin && isLatin(text)
	}
	return t
}

// isLatin says whether all characters are up to U+00FF.
func isLatin(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0xc4 { // starts the UTF-8 of U+0100 and what follows
			return false
		}
	}
	return true
}
