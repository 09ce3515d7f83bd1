package jsondoc

import (
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// badString looks at a string that is not one.
func (d *diagnosis) badString() {
	open := d.at
	for d.at++; d.at < len(d.text); {
		switch c := d.text[d.at]; {
		case c == '"':
			return // nothing is wrong with it
		case c == '\n' || c == '\r':
			d.at = open
			d.say(lineLen(d.text[open:]), "the string is not closed")
			return
		case c == 0:
			d.say(1, "unexpected NUL byte: this is not text")
			return
		case c < ' ':
			d.say(1, "a %s in a string is written as an escape sequence", show(rune(c)))
			return
		case c == '\\':
			n, ok := d.escape()
			if !ok {
				return
			}
			d.at += n
		default:
			r, n := utf8.DecodeRune(d.text[d.at:])
			if r == utf8.RuneError && n == 1 {
				d.say(1, "the text is not UTF-8")
				return
			}
			d.at += n
		}
	}
	d.at = open
	d.say(lineLen(d.text[open:]), "the string is not closed")
}

// escape returns the length of an escape sequence; it is not ok if it is none.
func (d *diagnosis) escape() (int, bool) {
	rest := string(d.text[d.at:min(d.at+12, len(d.text))])
	if len(rest) < 2 {
		return len(rest), true // and then it is not closed
	}
	switch rest[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2, true
	case 'u':
	default:
		r, n := utf8.DecodeRuneInString(rest[1:])
		d.say(1+n, `\%s is no escape sequence; a backslash is written \\`, string(r))
		return 0, false
	}
	first, ok := hex4(rest)
	if !ok {
		d.say(2, `\u is to be followed by four hexadecimal digits`)
		return 0, false
	}
	r, n := codePoint(rest)
	if utf16.IsSurrogate(first) && r == utf8.RuneError {
		d.say(6, `%s is half of a character`, rest[:6])
		return 0, false
	}
	return n, true
}

func closing(open byte) byte {
	if open == '[' {
		return ']'
	}
	return '}'
}

// lastOpen returns the offset of the last bracket that is not closed, or -1.
func lastOpen(text []byte) int {
	var open []int
	for at := 0; at < len(text); {
		switch text[at] {
		case '"':
			at += stringLen(text[at:])
			continue
		case '{', '[':
			open = append(open, at)
		case '}', ']':
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
		at++
	}
	if len(open) == 0 {
		return -1
	}
	return open[len(open)-1]
}

// lineLen returns how many bytes of the text are in its first line.
func lineLen[T bytesOrString](text T) int {
	for n := range len(text) {
		if text[n] == '\n' || text[n] == '\r' {
			return n
		}
	}
	return len(text)
}

// isQuote says whether the text starts with a quotation mark that a word
// processor would write.
func isQuote(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return r == '\'' || r == '`' || r >= '‘' && r <= '‟' || r == '«' || r == '»'
}

// show returns a character as people can see it.
func show(r rune) string {
	switch {
	case r == '\t':
		return "tab"
	case unicode.IsPrint(r):
		return string(r)
	}
	return fmt.Sprintf("character %s", strconv.QuoteRuneToASCII(r))
}
