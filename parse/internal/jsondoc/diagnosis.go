package jsondoc

import (
	"bytes"
	"fmt"
)

// A diagnosis says in human words what is wrong with the JSON after the last
// token that the decoder could read. The decoder's own errors name a byte it
// did not expect; people want to know what they forgot.
type diagnosis struct {
	text    []byte
	at, end int // what is wrong
	message string
	opener  int // the bracket that is not closed, or -1
}

// say sets what is wrong with the next n bytes.
func (d *diagnosis) say(n int, format string, args ...any) {
	d.end = min(d.at+n, len(d.text))
	d.message = fmt.Sprintf(format, args...)
}

// space goes on to the next token.
func (d *diagnosis) space() byte {
	for d.at < len(d.text) && isSpace(d.text[d.at]) {
		d.at++
	}
	if d.at == len(d.text) {
		return 0
	}
	return d.text[d.at]
}

// after looks at what follows the n'th token of a list, an object or, if in is
// neither, of the text.
func (d *diagnosis) after(in byte, n int64) {
	d.opener = -1
	c := d.space()
	switch {
	case d.at == len(d.text):
		d.unfinished(in, n)
	case d.comment(c):
	case in == '{' && n%2 == 1:
		d.colon(c)
	case n == 0:
		d.first(in, c)
	case in == '[' || in == '{':
		d.comma(in, c)
	default:
		d.say(tokenLen(d.text[d.at:]), "there is more text after the end of the JSON value")
	}
}

// unfinished is for text that ends too early.
func (d *diagnosis) unfinished(in byte, n int64) {
	switch {
	case in == '{':
		d.say(0, "the text ends before the object is closed with }")
	case in == '[':
		d.say(0, "the text ends before the list is closed with ]")
	default:
		d.say(0, "the text is empty")
		return
	}
	d.opener = lastOpen(d.text)
}

// comment says whether there is a comment, and if so, that there may be none.
func (d *diagnosis) comment(c byte) bool {
	rest := d.text[d.at:]
	if c == '#' || bytes.HasPrefix(rest, []byte("//")) || bytes.HasPrefix(rest, []byte("/*")) {
		d.say(min(2, lineLen(rest)), "comments are not allowed in JSON")
		return true
	}
	return false
}

// colon looks at what follows the name of a member.
func (d *diagnosis) colon(c byte) {
	if c != ':' {
		d.say(1, "missing : after the name of a member")
		if c == '=' {
			d.say(1, "a name and its value are separated by :, not =")
		}
		return
	}
	d.at++
	switch c := d.space(); {
	case d.at == len(d.text):
		d.unfinished('{', 1)
	case c == '}' || c == ',':
		d.say(1, "missing value in front of %c", c)
	default:
		d.value(c)
	}
}

// first looks at what follows an opening bracket, or starts the text.
func (d *diagnosis) first(in, c byte) {
	switch {
	case c == ',':
		d.say(1, "missing value in front of the comma")
	case in == '{':
		d.name(c)
	default:
		d.value(c)
	}
}

// comma looks at what follows a value in a list or an object.
func (d *diagnosis) comma(in, c byte) {
	if c != ',' {
		d.missingComma(in, c)
		return
	}
	comma := d.at
	d.at++
	switch c := d.space(); {
	case d.at == len(d.text):
		d.unfinished(in, 1)
	case c == closing(in):
		d.at = comma
		d.say(1, "trailing comma before %c", c)
	case c == ',':
		d.say(1, "there are two commas in a row")
	case d.comment(c):
	case in == '{':
		d.name(c)
	default:
		d.value(c)
	}
}

func (d *diagnosis) missingComma(in, c byte) {
	behind := d.text[d.at-1]
	switch {
	case isWord(c) && isWord(behind):
		for d.at > 0 && isWord(d.text[d.at-1]) {
			d.at--
		}
		d.say(tokenLen(d.text[d.at:]), "malformed number")
	case isWord(c) && behind == '"':
		d.say(tokenLen(d.text[d.at:]), `unexpected text after a string: it is not closed, or has a " in it that is not written \"`)
	case c == '}' || c == ']':
		d.say(1, "unexpected %c: %c is to be closed first", c, in)
		d.opener = lastOpen(d.text[:d.at])
	case c == ':':
		d.say(1, "unexpected colon")
	case in == '[':
		d.say(tokenLen(d.text[d.at:]), "missing comma between elements")
	default:
		d.say(tokenLen(d.text[d.at:]), "missing comma between members")
	}
}
