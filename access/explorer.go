package access

import (
	"encoding/binary"
	"slices"
)

// An explorer has the tokens of all patterns with one numbering of symbols.
type explorer struct {
	word    []token // of p
	anyCase bool    // p's letters stand for both cases
	flat    []token // of all qs, one after another
	owner   []int32 // index of the pattern that a token of flat belongs to
	first   []int32 // where in flat each pattern starts
	folds   []bool  // by pattern, whether its letters stand for both cases
	mixed   bool    // some of the patterns' letters do, and some do not
	symbols []symbol

	loose []reading // by pattern; nil if all are read strictly
	need  []int32   // by pattern, the union that it belongs to of which one must match, or -1; nil if there is none
	needs uint64    // the unions, as bits

	queue []state
	seen  map[string]bool
	key   []byte
}

// A reading says what a pattern does where the string has a symbol.
type reading uint8

const (
	strictly     reading = iota // only the symbol itself and * match it
	holesLoosely                // a hole may be any text that the pattern goes on with
	loosely                     // so may what a policy variable stands for
)

// maxNeeds is how many unions can be kept as bits.
const maxNeeds = 64

type state struct {
	i    int     // in word
	at   []int32 // in flat, sorted
	from int32   // the state before, or -1
	by   token   // what led from there, or end
}

func newExplorer(p *Pattern, qs []*Pattern) *explorer {
	x := &explorer{seen: map[string]bool{}, anyCase: p.anyCase, folds: make([]bool, len(qs))}
	numbers := map[string]int{}
	number := func(p *Pattern, tokens []token) []token {
		for _, t := range p.tokens {
			if t.isSymbol() {
				t = symbols - token(x.number(p.symbols[t.index()], numbers))
			}
			tokens = append(tokens, t)
		}
		return append(tokens, end)
	}
	x.word = number(p, nil)
	for i, q := range qs {
		x.first = append(x.first, int32(len(x.flat)))
		x.flat = number(q, x.flat)
		for len(x.owner) < len(x.flat) {
			x.owner = append(x.owner, int32(i))
		}
		x.folds[i] = q.anyCase
		x.mixed = x.mixed || q.anyCase != p.anyCase
	}
	return x
}

func (x *explorer) number(s symbol, numbers map[string]int) int {
	if n, ok := numbers[s.name]; ok && s.name != "" {
		return n
	}
	n := len(x.symbols)
	x.symbols = append(x.symbols, s)
	numbers[s.name] = n
	return n
}

func (x *explorer) push(i int, at []int32, from int, by token) {
	if !x.hopeful(at) {
		return
	}
	x.key = binary.AppendUvarint(x.key[:0], uint64(i))
	for _, a := range at {
		x.key = binary.AppendUvarint(x.key, uint64(a))
	}
	if !x.seen[string(x.key)] {
		x.seen[string(x.key)] = true
		x.queue = append(x.queue, state{i, at, int32(from), by})
	}
}

// hopeful says whether each union of which one pattern must match has one that
// still can.
func (x *explorer) hopeful(at []int32) bool {
	if x.needs == 0 {
		return true
	}
	var alive uint64
	for _, a := range at {
		if n := x.need[x.owner[a]]; n >= 0 {
			alive |= 1 << n
		}
	}
	return alive == x.needs
}

func (x *explorer) start() []int32 {
	var at []int32
	for _, a := range x.first {
		at = x.enter(at, a)
	}
	return x.prune(at)
}

// enter adds a position, and the one after it if it is at a *.
func (x *explorer) enter(at []int32, a int32) []int32 {
	at = append(at, a)
	if x.flat[a].isRun() {
		at = append(at, a+1)
	}
	return at
}

// step returns the positions after a character or symbol.
func (x *explorer) step(at []int32, c token) []int32 {
	var next []int32
	folded := fold(c)
	for _, a := range at {
		switch t := x.flat[a]; {
		case x.loose != nil && t.isSymbol() && x.guesses(x.owner[a], t):
			next = x.stepUnknown(next, a, c)
		case c.isSymbol() && x.guesses(x.owner[a], c):
			next = x.jump(next, a, c)
		case t == anyRun, t == fieldRun && x.inField(c):
			next = x.enter(next, a)
		case t == c, x.mixed && t == folded && x.folds[x.owner[a]],
			t == anyOne && !c.isSymbol(), t == fieldOne && !c.isSymbol() && c != ':':
			next = x.enter(next, a+1)
		}
	}
	return x.prune(next)
}

// guesses says whether the pattern takes the symbol for any text.
func (x *explorer) guesses(pattern int32, c token) bool {
	if x.loose == nil {
		return false
	}
	r := x.loose[pattern]
	return r == loosely || r == holesLoosely && !x.symbols[c.index()].variable
}

// stepUnknown adds the positions after a character or symbol at one where the
// pattern has a symbol that may be any text. Of the same symbol that is known: it
// is all of the text.
func (x *explorer) stepUnknown(next []int32, a int32, c token) []int32 {
	t := x.flat[a]
	if c == t {
		return x.enter(next, a+1)
	}
	if s := x.symbols[t.index()]; !c.isSymbol() && !(s.safe && c == ':' || s.noSlash && c == '/') {
		next = x.enter(append(next, a), a+1)
	}
	if c.isSymbol() {
		return x.jump(next, a, c)
	}
	return append(next, x.step([]int32{a + 1}, c)...) // the symbol may be empty
}

// jump adds all positions that some text for the symbol leads to.
func (x *explorer) jump(at []int32, a int32, c token) []int32 {
	s := x.symbols[c.index()]
	for ; ; a++ {
		at = append(at, a)
		if t := x.flat[a]; t == end || s.safe && t == ':' || s.noSlash && t == '/' {
			return at
		}
	}
}

func (x *explorer) inField(c token) bool {
	return c != ':' && (!c.isSymbol() || x.symbols[c.index()].safe)
}

// prune sorts positions and drops, for each pattern, those in front of the last
// * that has been reached: whatever they lead to, it does too. They are all in
// one field, since all have read the same colons. Of a pattern that takes
// symbols for any text, that is not certain.
func (x *explorer) prune(at []int32) []int32 {
	slices.Sort(at)
	at = slices.Compact(at)
	kept := len(at) // at[kept:] is kept, from the end
	past := int32(-1)
	for i := len(at) - 1; i >= 0; i-- {
		a := at[i]
		if x.owner[a] == past {
			continue
		}
		if x.flat[a].isRun() && (x.loose == nil || x.loose[x.owner[a]] == strictly) {
			past = x.owner[a]
		}
		kept--
		at[kept] = a
	}
	return at[kept:]
}

// choices returns the characters that lead to different positions: those that
// are expected, the colon if it is allowed, and any other.
func (x *explorer) choices(at []int32, inField bool) []token {
	list := []token{other}
	if !inField {
		list = append(list, ':')
	}
	for _, a := range at {
		c := x.flat[a]
		if c < 0 || c == ':' {
			continue
		}
		list = append(list, c)
		if u := unfold(c); x.mixed && x.folds[x.owner[a]] && u != c {
			list = append(list, u)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (x *explorer) accepted(at []int32) []int {
	var list []int
	for _, a := range at {
		for x.loose != nil && x.flat[a].isSymbol() && x.guesses(x.owner[a], x.flat[a]) {
			a++ // may be empty
		}
		if n := int(x.owner[a]); x.flat[a] == end && (len(list) == 0 || list[len(list)-1] != n) {
			list = append(list, n)
		}
	}
	return list
}

// text returns what leads to the state: characters, symbols, and other.
func (x *explorer) text(at int) []token {
	var tokens []token
	for s := x.queue[at]; s.from >= 0; s = x.queue[s.from] {
		if s.by != end {
			tokens = append(tokens, s.by)
		}
	}
	slices.Reverse(tokens)
	return tokens
}
