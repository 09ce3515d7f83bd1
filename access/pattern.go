package access

import (
	"slices"
	"strconv"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A Pattern is a set of strings: actions, or ARNs of resources. It is text in
// which * and ? are wildcards, with symbols: strings that are not known, such
// as the holes of Terraform references and policy variables. A symbol is one
// specific string, equal to itself only.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Action", "Resource"
// and "Variables and tags".
type Pattern struct {
	tokens  []token
	symbols []symbol
	shape   shape
	last    int  // where the last field of an ARN starts; 0 if it has not been looked up
	ones    bool // has ?
	runs    bool // has *
	nothing bool // it matches nothing: a policy variable has no value
	anyCase bool // its letters, all of them small, stand for both cases
}

// A token is a character, a wildcard, or a symbol.
type token int32

// Tokens below zero are no characters. In front of the last field of an ARN a
// wildcard never crosses a colon.
const (
	anyRun   token = -1 - iota // *
	anyOne                     // ?
	fieldRun                   // * within a field
	fieldOne                   // ? within a field
	other                      // a character that no pattern names
	end                        // after the last token
	symbols                    // the i'th symbol is symbols-i
)

func (t token) isRun() bool    { return t == anyRun || t == fieldRun }
func (t token) isOne() bool    { return t == anyOne || t == fieldOne }
func (t token) isSymbol() bool { return t <= symbols }
func (t token) index() int     { return int(symbols - t) }

// A symbol is a string that is not known.
type symbol struct {
	// name is equal for symbols that stand for the same string; the empty name
	// equals nothing.
	name     string
	variable bool        // a policy variable: each request has its own
	absent   bool        // a policy variable that the request has no value for
	safe     bool        // does not go beyond a field of an ARN
	noSlash  bool        // does not have a slash
	form     policy.Form // of a hole
}

// A shape says how far a pattern can be compared with others.
type shape uint8

const (
	plain   shape = iota // its wildcards match anything
	all                  // every string
	arn                  // six fields
	tail                 // an unknown start that holds the colons, then part of the last field
	unclear              // where the fields are is not known, or AWS does not document what it matches
)

// explorable says whether it is known what the wildcards match.
func (p *Pattern) explorable() bool { return p.shape != unclear }

func (p *Pattern) wild() bool { return p.ones || p.runs }

// All says whether the pattern is * and matches everything.
func (p *Pattern) All() bool { return p.shape == all }

// opaque returns the pattern, or if it is not known what its wildcards match, one
// that equals itself only.
func (p *Pattern) opaque() *Pattern {
	if p.explorable() {
		return p
	}
	var name strings.Builder
	name.WriteString("pattern ")
	for _, t := range p.tokens {
		switch {
		case t.isSymbol() && p.symbols[t.index()].name == "":
			return &Pattern{tokens: []token{symbols}, symbols: []symbol{{}}, shape: tail}
		case t.isSymbol():
			name.WriteString("${" + p.symbols[t.index()].name + "}")
		default:
			name.WriteString(strconv.Itoa(int(t)) + " ")
		}
	}
	return &Pattern{tokens: []token{symbols}, symbols: []symbol{{name: name.String()}}, shape: tail}
}

func everything() *Pattern { return &Pattern{tokens: []token{anyRun}, runs: true, shape: all} }

// hasHoles says whether a symbol is the same for all requests.
func (p *Pattern) hasHoles() bool {
	return slices.ContainsFunc(p.symbols, func(s symbol) bool { return !s.variable })
}

// same says whether a token of one pattern certainly is a token of another.
func (p *Pattern) same(t token, q *Pattern, u token) bool {
	if !t.isSymbol() || !u.isSymbol() {
		return t == u
	}
	name := p.symbols[t.index()].name
	return name != "" && name == q.symbols[u.index()].name
}

// equal says whether two patterns certainly match the same by being the same.
func (p *Pattern) equal(q *Pattern) bool {
	if p.shape != q.shape || len(p.tokens) != len(q.tokens) {
		return false
	}
	for i, t := range p.tokens {
		if !p.same(t, q, q.tokens[i]) {
			return false
		}
	}
	return true
}

// widened returns a pattern that matches at least what the pattern matches,
// whatever its symbols are.
func (p *Pattern) widened() *Pattern {
	switch {
	case p.shape == unclear || p.shape == tail:
		return everything()
	case len(p.symbols) == 0:
		return p
	}
	w := &Pattern{shape: p.shape, tokens: slices.Clone(p.tokens)}
	colons := 0
	for i, t := range p.tokens {
		switch {
		case t == ':':
			colons++
		case t.isSymbol() && p.shape == arn && colons < 5:
			w.tokens[i] = fieldRun
		case t.isSymbol():
			w.tokens[i] = anyRun
		}
	}
	return w.normalize()
}

// normalize writes each stretch of wildcards in one way: every ?, and then one
// * if there are any.
func (p *Pattern) normalize() *Pattern {
	tokens := p.tokens[:0]
	run := token(0) // to be written once the stretch is over
	for _, t := range p.tokens {
		switch {
		case t.isRun():
			run, p.runs = t, true
			continue
		case t.isOne():
			p.ones = true
		case run != 0:
			tokens, run = append(tokens, run), 0
		}
		tokens = append(tokens, t)
	}
	if run != 0 {
		tokens = append(tokens, run)
	}
	p.tokens = tokens
	return p
}

// tokenAt returns the i'th token, or end.
func tokenAt(tokens []token, i int) token {
	if i == len(tokens) {
		return end
	}
	return tokens[i]
}
