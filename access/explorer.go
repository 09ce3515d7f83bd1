package access

import (
	"encoding/binary"
	"slices"
)

// An explorer has the tokens of all patterns with one numbering of symbols.
type explorer struct {
	word  []token // of p
	flat  []token // of all qs, one after another
	owner []int32 // index of the pattern that a token of flat belongs to
	first []int32 // where in flat each pattern starts
	safe  []bool  // by symbol

	queue []state
	seen  map[string]bool
	key   []byte
}

type state struct {
	i  int     // in word
	at []int32 // in flat, sorted
}

func newExplorer(p *Pattern, qs []*Pattern) *explorer {
	x := &explorer{seen: map[string]bool{}}
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
	}
	return x
}

func (x *explorer) number(s symbol, numbers map[string]int) int {
	if n, ok := numbers[s.name]; ok && s.name != "" {
		return n
	}
	n := len(x.safe)
	x.safe = append(x.safe, s.safe)
	numbers[s.name] = n
	return n
}

func (x *explorer) push(i int, at []int32) {
	x.key = binary.AppendUvarint(x.key[:0], uint64(i))
	for _, a := range at {
		x.key = binary.AppendUvarint(x.key, uint64(a))
	}
	if !x.seen[string(x.key)] {
		x.seen[string(x.key)] = true
		x.queue = append(x.queue, state{i, at})
	}
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
	for _, a := range at {
		switch t := x.flat[a]; {
		case t == anyRun, t == fieldRun && x.inField(c):
			next = x.enter(next, a)
		case t == c, t == anyOne && !c.isSymbol(), t == fieldOne && !c.isSymbol() && c != ':':
			next = x.enter(next, a+1)
		}
	}
	return x.prune(next)
}

func (x *explorer) inField(c token) bool { return c != ':' && (!c.isSymbol() || x.safe[c.index()]) }

// prune sorts positions and drops, for each pattern, those in front of the last
// * that has been reached: whatever they lead to, it does too. They are all in
// one field, since all have read the same colons.
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
		if x.flat[a].isRun() {
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
		if c := x.flat[a]; c >= 0 && c != ':' {
			list = append(list, c)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (x *explorer) accepted(at []int32) []int {
	var list []int
	for _, a := range at {
		if x.flat[a] == end {
			list = append(list, int(x.owner[a]))
		}
	}
	return list
}
