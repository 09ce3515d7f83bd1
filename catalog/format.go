package catalog

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// awsText is the generated data: lines of tab-separated fields.
//
//	iamlint-catalog 1             the format's version
//	date, source, dependents      one line each: key, blank, value
//	services N                    N lines: prefix, name, number of actions,
//	                              bytes of names, bytes of details, "rcp" or nothing
//	globals N                     N lines: condition key, type
//	vendors N                     N lines: third field of ARNs, service prefixes
//	keyprefixes N                 N lines: prefix of condition keys that is no service, service prefixes
//
// Then each service in turn, its names first, one action a line:
//
//	LEVELS NAME RESOURCES KEYS DEPENDENTS
//
// with levels as letters (RLWTP) and three numbers of lists, trailing zeros
// left out; zero is the empty list. The details are five blocks, separated by
// empty lines:
//
//	condition keys    key, type
//	key lists         places in the block of condition keys, from 0
//	resource types    name, number of key list, ARN formats
//	dependents lists  full action names
//	resource lists    items TYPE[!][:KEYS[:DEPENDENTS]]: place of the type from 0, "!" if required, list numbers
//
// Actions, resource types and condition keys are sorted by lower-case name.
//
//go:embed aws.txt
var awsText string

// A reader takes awsText apart. The text is ours, so an error in it is a bug
// of the generator, and panics.
type reader struct{ text string }

// line takes the next line.
func (r *reader) line() string {
	line, rest, ok := strings.Cut(r.text, "\n")
	if !ok {
		panic(fmt.Sprintf("catalog: data ends early, at %.40q", r.text))
	}
	r.text = rest
	return line
}

// header takes a line that starts with the key, and returns the rest.
func (r *reader) header(key string) string {
	line := r.line()
	value, ok := strings.CutPrefix(line, key+" ")
	if !ok {
		panic(fmt.Sprintf("catalog: data has %q, want %s", line, key))
	}
	return value
}

// block takes the lines up to the next empty one, or to the end.
func (r *reader) block() reader {
	block := r.text
	switch i := strings.Index(r.text, "\n\n"); {
	case strings.HasPrefix(r.text, "\n"):
		block, r.text = "", r.text[1:]
	case i >= 0:
		block, r.text = r.text[:i+1], r.text[i+2:]
	default:
		r.text = ""
	}
	return reader{block}
}

// lines returns the number of lines left.
func (r *reader) lines() int { return strings.Count(r.text, "\n") }

// bytes takes the next n bytes.
func (r *reader) bytes(n int) string {
	b := r.text[:n]
	r.text = r.text[n:]
	return b
}

// end checks that nothing is left, so that counts in the data can be trusted.
func (r *reader) end() {
	if r.text != "" {
		panic(fmt.Sprintf("catalog: data has more than it says, at %.40q", r.text))
	}
}

// field cuts the first field from a line.
func field(line *string) string {
	f, rest, _ := strings.Cut(*line, "\t")
	*line = rest
	return f
}

// number reads a count or the number of a list; nothing is zero.
func number(s string) int { return int(parse(s, 31)) }

// listNumber is number for what an action holds: no service has as many as a
// thousand lists of a kind.
func listNumber(s string) uint16 { return uint16(parse(s, 16)) }

func parse(s string, bits int) uint64 {
	if s == "" {
		return 0
	}
	n, err := strconv.ParseUint(s, 10, bits)
	if err != nil {
		panic("catalog: data: " + err.Error())
	}
	return n
}
