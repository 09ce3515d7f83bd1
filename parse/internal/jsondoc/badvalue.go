package jsondoc

import "unicode/utf8"

// name looks at a token where the name of a member is expected.
func (d *diagnosis) name(c byte) {
	switch {
	case c == '"' || isQuote(d.text[d.at:]):
		d.value(c)
	case c == ']':
		d.say(1, "unexpected ]: { is to be closed first")
		d.opener = lastOpen(d.text[:d.at])
	case isWord(c):
		d.say(tokenLen(d.text[d.at:]), "names of members are written in double quotes")
	case c == '{' || c == '[':
		d.say(1, "unexpected %c: the name of a member is missing", c)
	default:
		d.value(c)
	}
}

// value looks at a token where a value is expected.
func (d *diagnosis) value(c byte) {
	rest := d.text[d.at:]
	switch {
	case d.comment(c):
	case c == '"':
		d.badString()
	case c == '\'' || c == '`':
		d.say(1, "strings are written in double quotes, not in %c", c)
	case isQuote(rest):
		r, n := utf8.DecodeRune(rest)
		d.say(n, `strings are written in straight double quotes, not in %c`, r)
	case c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.':
		d.say(tokenLen(rest), "malformed number")
	case isWord(c):
		d.word(string(rest[:tokenLen(rest)]))
	case c == 0:
		d.say(1, "unexpected NUL byte: this is not text")
	default:
		d.strange(rest)
	}
}

func (d *diagnosis) word(word string) {
	switch word {
	case "true", "false", "null":
	case "True", "TRUE", "False", "FALSE", "Null", "NULL", "None", "nil", "undefined":
		d.say(len(word), "%s is not a value in JSON, which has true, false and null", word)
	default:
		d.say(len(word), "text is to be written in double quotes")
	}
}

func (d *diagnosis) strange(rest []byte) {
	switch r, n := utf8.DecodeRune(rest); {
	case r == utf8.RuneError && n <= 1:
		d.say(1, "the text is not UTF-8")
	case r == '{' || r == '[':
	default:
		d.say(n, "unexpected %s", show(r))
	}
}
