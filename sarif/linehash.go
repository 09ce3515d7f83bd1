package sarif

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// The hash of a line covers this many characters from its start.
const hashWindow = 100

// hashBase is the base of the polynomial; arithmetic is modulo 2^64.
const hashBase = 37

// hashTop is hashBase to the power hashWindow.
var hashTop = func() uint64 {
	var top uint64 = 1
	for range hashWindow {
		top *= hashBase
	}
	return top
}()

// A lineHash is the value that GitHub calls primaryLocationLineHash: a hash of
// a line and what follows it, without spaces and tabs, and how often it has
// occurred so far. GitHub keeps an alert open across commits while the value
// stays.
//
// Source: github/codeql-action, src/fingerprints.ts.
type lineHash struct {
	sum  uint64
	turn uint32
}

func (h lineHash) String() string {
	return strconv.FormatUint(h.sum, 16) + ":" + strconv.FormatUint(uint64(h.turn), 10)
}

// lineHashes returns the hashes of the lines of a text, from 1 at index 0.
func lineHashes(text []byte) []lineHash {
	h := lineHasher{seen: map[uint64]uint32{}, atStart: true}
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		if r > 0xFFFF {
			hi, lo := utf16.EncodeRune(r)
			h.unit(uint16(hi))
			h.unit(uint16(lo))
			continue
		}
		h.unit(uint16(r))
	}
	h.unit(0xFFFF) // the end
	for len(h.starts) > 0 {
		h.add(0)
	}
	return h.lines
}

// A lineHasher takes the UTF-16 code units of a text one by one.
type lineHasher struct {
	lines []lineHash
	seen  map[uint64]uint32

	atStart, afterReturn bool
	starts               []int // of lines whose hash is not complete

	n      int // units so far
	sum    uint64
	window [hashWindow]uint16 // the last ones, which the sum is of
}

// unit takes a code unit of the text. Spaces do not count, and each end of a
// line is one line feed.
func (h *lineHasher) unit(u uint16) {
	if u == ' ' || u == '\t' || u == '\n' && h.afterReturn {
		h.afterReturn = false
		return
	}
	h.afterReturn = u == '\r'
	if h.afterReturn {
		u = '\n'
	}
	if h.atStart {
		h.starts = append(h.starts, h.n)
	}
	h.atStart = u == '\n'
	h.add(u)
}

// add takes a unit that counts, and completes the line that it is the last of.
func (h *lineHasher) add(u uint16) {
	oldest := &h.window[h.n%hashWindow]
	h.sum = h.sum*hashBase + uint64(u) - hashTop*uint64(*oldest)
	*oldest = u
	h.n++
	if len(h.starts) > 0 && h.n == h.starts[0]+hashWindow {
		h.starts = h.starts[1:]
		h.seen[h.sum]++
		h.lines = append(h.lines, lineHash{h.sum, h.seen[h.sum]})
	}
}
