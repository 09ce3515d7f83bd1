package jsondoc

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/iamlint/iamlint/policy"
)

// A decoded is a value in the making: a part of a text with what escape
// sequences stand for.
type decoded struct {
	from  *sourceMap
	in    []policy.Hole // of the text that are still to come
	text  []byte
	runs  []policy.Run
	holes []policy.Hole
}

// decode starts a value that is a part of a text. Holes in front of it, and
// those that are not in a string, are none of its own.
func decode(m *sourceMap, holes []policy.Hole, from, to int) *decoded {
	holes = holes[sort.Search(len(holes), func(i int) bool { return holes[i].At >= from }):]
	return &decoded{from: m, in: holes, text: make([]byte, 0, to-from)}
}

// verbatim adds text that stands for itself.
func (d *decoded) verbatim(text string, from, to int) {
	d.runs = d.from.slice(d.runs, len(d.text), from, to)
	d.hollow(len(d.text)-from, to)
	d.text = append(d.text, text[from:to]...)
}

// escape adds what an escape sequence stands for.
func (d *decoded) escape(from, to int, means string) {
	d.hollow(len(d.text)-from, from)
	if first, ok := d.from.at(from); ok {
		if last, ok := d.from.at(to - 1); ok && first.Pos() <= last.Pos() {
			span := policy.NewSpan(first.Pos(), last.End())
			d.runs = append(d.runs, policy.Run{At: len(d.text), Len: len(means), Span: span})
		}
	}
	d.text = append(d.text, means...)
}

// hollow adds the holes up to a byte of the text, each moved.
func (d *decoded) hollow(move, to int) {
	for len(d.in) > 0 && d.in[0].At <= to {
		h := d.in[0]
		h.At += move
		d.holes = append(d.holes, h)
		d.in = d.in[1:]
	}
}

// value returns the value, written by the bytes at a span.
func (d *decoded) value(span, use policy.Span) policy.Value {
	return policy.NewValue(span, string(d.text), d.holes...).WithOrigin(&policy.Origin{Runs: d.runs, Use: use})
}

// unquote adds the text of a JSON string.
func (d *decoded) unquote(text string, from, to int) {
	for at := from; at < to; {
		if n := strings.IndexByte(text[at:to], '\\'); n != 0 {
			if n < 0 {
				n = to - at
			}
			d.verbatim(text, at, at+n)
			at += n
			continue
		}
		r, n := unescape(text[at:to])
		d.escape(at, at+n, string(r))
		at += n
	}
	d.hollow(len(d.text)-to, to)
}

// unescape returns what the JSON escape sequence at the start of the text
// stands for, and its length. The text is known to be valid JSON.
func unescape(text string) (rune, int) {
	switch c := text[1]; c {
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		return codePoint(text)
	default:
		return rune(c), 2
	}
}

// codePoint reads \uXXXX, or two of them that are one character together.
func codePoint(text string) (rune, int) {
	r, ok := hex4(text)
	if !ok {
		return utf8.RuneError, min(len(text), 6)
	}
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	low, ok := hex4(text[6:])
	if !ok {
		return utf8.RuneError, 6
	}
	return utf16.DecodeRune(r, low), 12
}

// hex4 reads \uXXXX.
func hex4(text string) (rune, bool) {
	if len(text) < 6 || text[:2] != `\u` {
		return 0, false
	}
	n, err := strconv.ParseUint(text[2:6], 16, 16)
	return rune(n), err == nil
}
