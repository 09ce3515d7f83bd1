package jsondoc

import (
	"sort"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A mark is text that is put into JSON where a hole stands outside of strings,
// so that it can be read.
type mark struct {
	at    int // in the JSON
	total int // length of all marks up to here, this one included
	place place
	hole  policy.Hole
}

// A place is what a hole stands for.
type place uint8

const (
	nothing place = iota // the mark is a comma that the hole may hold
	whole                // a value
	item                 // items of a list
	key                  // the name of a member
	member               // members of an object
)

// original returns the offset, in the text without marks, of an offset in the
// JSON.
func original(marks []mark, at int) int {
	n := sort.Search(len(marks), func(i int) bool { return marks[i].at >= at })
	if n == 0 {
		return at
	}
	return at - marks[n-1].total
}

// A filler puts marks into text.
type filler struct {
	text  string
	json  []byte
	marks []mark

	open  []byte // brackets that are open
	after byte   // the last token: a bracket, comma, colon, or one of the below
}

// What else a token may stand after.
const (
	start byte = iota
	value
	hole // which may hold a comma at its ends
)

// fill puts marks where holes stand outside of strings. It is not ok if it
// cannot be told what a hole stands for.
func fill(text string, holes []policy.Hole) (json []byte, marks []mark, ok bool) {
	f := filler{text: text, json: make([]byte, 0, len(text)+16*len(holes))}
	for at := 0; at < len(text); {
		n := 0
		for ; len(holes) > n && holes[n].At <= at; n++ {
			if !f.hole(at, holes[n]) {
				return nil, nil, false
			}
		}
		holes = holes[n:]
		size := tokenLen(text[at:])
		within, ok := holesIn(text[at:at+size], at, holes)
		if !ok {
			return nil, nil, false
		}
		holes = holes[within:]
		f.token(text[at : at+size])
		at += size
		if at == len(text) && openString(text[at-size:]) {
			return f.json, f.marks, true // and all other holes are in it
		}
	}
	for _, h := range holes {
		if !f.hole(len(text), h) {
			return nil, nil, false
		}
	}
	return f.json, f.marks, true
}

// token takes a token over into the JSON.
func (f *filler) token(text string) {
	c := text[0]
	switch c {
	case ' ', '\t', '\r', '\n':
		f.json = append(f.json, text...)
		return
	case '{', '[':
		f.separate()
		f.open = append(f.open, c)
		f.after = start
	case '}', ']':
		if len(f.open) > 0 {
			f.open = f.open[:len(f.open)-1]
		}
		f.after = value
	case ',', ':':
		f.after = c
	default:
		f.separate()
		f.after = value
	}
	f.json = append(f.json, text...)
}

// separate puts a comma between a hole and what follows it.
func (f *filler) separate() {
	if f.after == hole {
		f.mark(nothing, ",", policy.Hole{})
	}
}

func (f *filler) mark(p place, text string, h policy.Hole) {
	h.At = 0 // it is a whole value now
	total := len(text)
	if n := len(f.marks); n > 0 {
		total += f.marks[n-1].total
	}
	f.marks = append(f.marks, mark{len(f.json), total, p, h})
	f.json = append(f.json, text...)
}

// hole puts a mark where a hole stands.
func (f *filler) hole(at int, h policy.Hole) bool {
	if at > 0 && isWord(f.text[at-1]) || at < len(f.text) && isWord(f.text[at]) {
		return false // it is a part of a number, maybe
	}
	switch {
	case len(f.open) == 0:
		f.mark(whole, "0", h)
		return len(f.marks) == 1 && strings.TrimSpace(f.text) == ""
	case f.open[len(f.open)-1] == '[':
		f.lead()
		f.mark(item, "0", h)
	case f.after == ':':
		f.mark(whole, "0", h)
	case strings.HasPrefix(strings.TrimLeft(f.text[at:], spaces), ":"):
		f.lead()
		f.mark(key, `""`, h)
	default:
		f.lead()
		f.mark(member, `"":0`, h)
	}
	f.after = hole
	return true
}

// lead puts a comma between a value and a hole after it.
func (f *filler) lead() {
	if f.after == value || f.after == hole {
		f.mark(nothing, ",", policy.Hole{})
	}
}

// holesIn returns how many holes are in the token at a place. It is not ok if
// the token is no string, or a hole is inside of an escape sequence.
func holesIn(token string, at int, holes []policy.Hole) (n int, ok bool) {
	for n < len(holes) && holes[n].At < at+len(token) {
		n++
	}
	if n == 0 || token[0] != '"' {
		return n, n == 0
	}
	for i, next := 1, 0; i < len(token); i++ {
		from := i
		if token[i] == '\\' {
			i++
			if i < len(token) && token[i] == 'u' {
				i += 4
			}
		}
		for next < n && holes[next].At-at <= from {
			next++
		}
		if next < n && holes[next].At-at <= i {
			return n, false
		}
	}
	return n, true
}
