package access

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/iamlint/iamlint/policy"
)

// ActionPattern returns the pattern of a value of Action or NotAction. Case
// does not count. "*:*" is the same as "*".
func ActionPattern(v policy.Value) *Pattern {
	p := &Pattern{}
	p.compile(v, false, nil)
	for i, t := range p.tokens {
		p.tokens[i] = fold(t)
	}
	p.normalize()
	if allRuns(p.tokens) || len(p.tokens) == 3 && p.tokens[0].isRun() && p.tokens[1] == ':' && p.tokens[2].isRun() {
		p.tokens, p.shape = append(p.tokens[:0], anyRun), all
	}
	return p
}

func actionPattern(text string) *Pattern { return ActionPattern(policy.NewValue(policy.Span{}, text)) }

// ResourcePattern returns the pattern of a value of Resource or NotResource in
// a document that is modern: one that has policy variables. Case does not
// count in front of the last field.
func ResourcePattern(v policy.Value, modern bool) *Pattern { return resourcePattern(v, modern, nil) }

func resourcePattern(v policy.Value, modern bool, known bindings) *Pattern {
	p := &Pattern{}
	p.compile(v, modern, known)
	p.separate(true)
	p.normalize()
	if p.shape == arn {
		for range 5 {
			p.last += slices.Index(p.tokens[p.last:], ':') + 1
		}
	}
	return p
}

// bindings are the strings that symbols stand for, by name, where they are
// known after all.
type bindings map[string]string

// compile reads the value's tokens. All wildcards are unlimited.
func (p *Pattern) compile(v policy.Value, modern bool, known bindings) {
	text, holes := v.Text(), v.Holes()
	p.tokens = make([]token, 0, len(text)+len(holes))
	var variables []policy.Variable
	if modern && strings.Contains(text, "${") {
		variables = policy.Variables(text)
	}
	for at := 0; at < len(text) || len(holes) > 0; {
		switch {
		case len(holes) > 0 && holes[0].At <= at:
			p.add(holeSymbol(holes[0]), known)
			holes = holes[1:]
		case len(variables) > 0 && variables[0].From == at:
			variable := variables[0]
			variables, at = variables[1:], variable.To
			s, literal := variableSymbol(text, variable)
			if known != nil && literal == 0 {
				s = known.resolve(s, variable)
			}
			for len(holes) > 0 && holes[0].At < at {
				holes, s.name = holes[1:], "" // which variable it is is not known
			}
			if literal != 0 {
				p.tokens = append(p.tokens, literal)
			} else {
				p.add(s, known)
			}
		default:
			t, size := decode(text[at:])
			p.tokens = append(p.tokens, wildcard(t))
			at += size
		}
	}
}

// resolve gives a variable of a request that has no value for it its default, or
// else makes it one that nothing matches.
//
// Source: AWS IAM User Guide, "IAM policy elements: Variables and tags".
func (known bindings) resolve(s symbol, v policy.Variable) symbol {
	name := variableName(v.Name)
	switch _, has := known[name]; {
	case has:
		s.name = name
	case v.Default != "":
		known[s.name] = strings.Trim(v.Default, "'")
	default:
		s.absent = true
	}
	return s
}

func (p *Pattern) add(s symbol, known bindings) {
	if text, ok := known[s.name]; ok && s.name != "" {
		p.tokens = append(p.tokens, literalTokens(text)...)
		return
	}
	p.nothing = p.nothing || s.absent
	p.tokens = append(p.tokens, symbols-token(len(p.symbols)))
	p.symbols = append(p.symbols, s)
}

func holeSymbol(h policy.Hole) symbol {
	s := symbol{safe: h.Form.Safe(), noSlash: h.Form.Excludes('/'), form: h.Form}
	if h.ID != "" {
		s.name = "hole " + h.ID
	}
	return s
}

// variableSymbol returns what a policy variable stands for: a symbol, or one
// of the literal characters * ? $. Values are inserted into a field of an ARN
// once it is taken apart, and do not go beyond it.
func variableSymbol(text string, v policy.Variable) (s symbol, literal token) {
	switch v.Name {
	case "*", "?", "$":
		return symbol{}, token(v.Name[0])
	}
	name := variableName(v.Name)
	if v.Default != "" {
		name += ", " + v.Default
	}
	return symbol{name: name, variable: true, safe: true}, 0
}

func variableName(key string) string { return "variable " + strings.ToLower(key) }

// wildcard returns the wildcard that a character is.
func wildcard(t token) token {
	switch t {
	case '*':
		return anyRun
	case '?':
		return anyOne
	}
	return t
}

// decode returns the first character; bytes that are no UTF-8 are characters
// of their own.
func decode(text string) (token, int) {
	if c := text[0]; c < utf8.RuneSelf {
		return token(c), 1
	}
	r, size := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError && size == 1 {
		return utf8.MaxRune + 1 + token(text[0]), 1
	}
	return token(r), size
}

// literalTokens returns the characters of a text without wildcards.
func literalTokens(text string) []token {
	tokens := make([]token, 0, len(text))
	for text != "" {
		t, size := decode(text)
		tokens, text = append(tokens, t), text[size:]
	}
	return tokens
}

func fold(t token) token {
	if 'A' <= t && t <= 'Z' {
		t += 'a' - 'A'
	}
	return t
}

// unfold returns the other letter that a small one stands for if case does not
// count.
func unfold(t token) token {
	if 'a' <= t && t <= 'z' {
		t -= 'a' - 'A'
	}
	return t
}

func allRuns(tokens []token) bool {
	for _, t := range tokens {
		if t != anyRun {
			return false
		}
	}
	return len(tokens) > 0
}

// literalPattern returns the pattern of the resources that a text stands for.
func literalPattern(text string) *Pattern {
	return resourcePattern(policy.NewValue(policy.Span{}, text), false, nil)
}
