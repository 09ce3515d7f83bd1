package access

import (
	"iter"
	"math/bits"
)

// actionBits is a set of the catalog's actions, by index. The zero value is
// empty.
type actionBits struct {
	from  int // index of the first word
	words []uint64
}

// set adds the indexes from one up to another.
func (b *actionBits) set(from, to int) {
	if from >= to {
		return
	}
	b.cover(from/64, (to-1)/64+1)
	for i := from; i < to; {
		w, n := i/64-b.from, min(to, (i/64+1)*64)
		b.words[w] |= ^uint64(0) << (i % 64) & (^uint64(0) >> (63 - (n-1)%64))
		i = n
	}
}

// cover makes room for the words.
func (b *actionBits) cover(from, to int) {
	if b.words == nil {
		b.from = from
	}
	if n := b.from - from; n > 0 {
		b.words = append(make([]uint64, n, n+len(b.words)), b.words...)
		b.from = from
	}
	if n := to - b.from - len(b.words); n > 0 {
		b.words = append(b.words, make([]uint64, n)...)
	}
}

// add adds all of another set.
func (b *actionBits) add(c actionBits) {
	if len(c.words) == 0 {
		return
	}
	b.cover(c.from, c.from+len(c.words))
	for i, w := range c.words {
		b.words[c.from-b.from+i] |= w
	}
}

// and returns what is in both.
func (b actionBits) and(c actionBits) actionBits {
	from, to := max(b.from, c.from), min(b.from+len(b.words), c.from+len(c.words))
	if from >= to {
		return actionBits{}
	}
	r := actionBits{from, make([]uint64, to-from)}
	for i := range r.words {
		r.words[i] = b.words[from-b.from+i] & c.words[from-c.from+i]
	}
	return r.trim()
}

// without returns what is in b only.
func (b actionBits) without(c actionBits) actionBits {
	r := actionBits{b.from, append([]uint64(nil), b.words...)}
	for i := max(b.from, c.from); i < min(b.from+len(b.words), c.from+len(c.words)); i++ {
		r.words[i-b.from] &^= c.words[i-c.from]
	}
	return r.trim()
}

// meets says whether something is in both.
func (b actionBits) meets(c actionBits) bool {
	for i := max(b.from, c.from); i < min(b.from+len(b.words), c.from+len(c.words)); i++ {
		if b.words[i-b.from]&c.words[i-c.from] != 0 {
			return true
		}
	}
	return false
}

// in says whether all of b is in c.
func (b actionBits) in(c actionBits) bool {
	for i, w := range b.words {
		at := b.from + i - c.from
		if at < 0 || at >= len(c.words) {
			if w != 0 {
				return false
			}
		} else if w&^c.words[at] != 0 {
			return false
		}
	}
	return true
}

func (b actionBits) empty() bool {
	for _, w := range b.words {
		if w != 0 {
			return false
		}
	}
	return true
}

func (b actionBits) has(index int) bool {
	at := index/64 - b.from
	return at >= 0 && at < len(b.words) && b.words[at]&(1<<(index%64)) != 0
}

// all goes through the indexes, in order.
func (b actionBits) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, w := range b.words {
			for ; w != 0; w &= w - 1 {
				if !yield((b.from+i)*64 + bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}

// trim drops zero words at both ends.
func (b actionBits) trim() actionBits {
	for len(b.words) > 0 && b.words[0] == 0 {
		b.from, b.words = b.from+1, b.words[1:]
	}
	for len(b.words) > 0 && b.words[len(b.words)-1] == 0 {
		b.words = b.words[:len(b.words)-1]
	}
	return b
}
