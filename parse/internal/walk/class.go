package walk

import "strings"

// A class is the set of bytes that a bracket expression stands for.
type class [256]bool

// parseClass reads the bracket expression at the start of text, and returns
// its length. It is not ok if git takes the pattern for malformed.
func parseClass(text string) (set class, n int, ok bool) {
	i := 1
	negated := i < len(text) && (text[i] == '!' || text[i] == '^')
	if negated {
		i++
	}
	last := -1 // the byte a range may start at
	for first := true; ; first = false {
		if i >= len(text) {
			return set, 0, false
		}
		if text[i] == ']' && !first {
			break
		}
		if size, known := set.addNamed(text[i:]); size > 0 {
			if !known {
				return set, 0, false
			}
			i, last = i+size, -1
			continue
		}
		c, to, ok := unescape(text, i)
		if !ok {
			return set, 0, false
		}
		if c == '-' && text[i] == '-' && last >= 0 && to < len(text) && text[to] != ']' {
			if c, to, ok = unescape(text, to); !ok {
				return set, 0, false
			}
			set.addRange(last, int(c))
			i, last = to, -1
			continue
		}
		set[c] = true
		i, last = to, int(c)
	}
	if negated {
		for c := range set {
			set[c] = !set[c]
		}
	}
	set['/'], set[0] = false, false // no class stands for these
	return set, i + 1, true
}

// unescape returns the byte at i, or the one that a backslash there escapes,
// and the index after it.
func unescape(text string, i int) (byte, int, bool) {
	if text[i] == '\\' {
		i++
	}
	if i >= len(text) {
		return 0, 0, false
	}
	return text[i], i + 1, true
}

func (s *class) addRange(from, to int) {
	for c := from; c <= to; c++ {
		s[c] = true
	}
}

// addNamed adds a class such as [:digit:] if text starts with one, and returns
// its length, and whether the name is known.
func (s *class) addNamed(text string) (size int, known bool) {
	if !strings.HasPrefix(text, "[:") {
		return 0, false
	}
	end := strings.IndexByte(text, ']')
	if end < 0 {
		return len(text), false
	}
	if end < len("[::") || text[end-1] != ':' {
		return 0, false // a bracket and a colon
	}
	ranges, known := namedClasses[text[2:end-1]]
	for i := 0; i < len(ranges); i += 2 {
		s.addRange(int(ranges[i]), int(ranges[i+1]))
	}
	return end + 1, known
}

// namedClasses are pairs of first and last bytes.
var namedClasses = map[string]string{
	"alnum":  "09AZaz",
	"alpha":  "AZaz",
	"blank":  "\t\t  ",
	"cntrl":  "\x00\x1f\x7f\x7f",
	"digit":  "09",
	"graph":  "!~",
	"lower":  "az",
	"print":  " ~",
	"punct":  "!/:@[`{~",
	"space":  "\t\n\r\r  ", // git's own, without \v and \f
	"upper":  "AZ",
	"xdigit": "09AFaf",
}

// write writes the class as doublestar has it, false if it is empty.
func (s *class) write(b *strings.Builder) bool {
	b.WriteByte('[')
	empty := true
	for c := 0; c < len(s); c++ {
		if !s[c] {
			continue
		}
		empty = false
		first := c
		for c+1 < len(s) && s[c+1] {
			c++
		}
		element(b, byte(first))
		if c > first {
			b.WriteByte('-')
			element(b, byte(c))
		}
	}
	b.WriteByte(']')
	return !empty
}

func element(b *strings.Builder, c byte) {
	b.WriteByte('\\')
	b.WriteRune(rune(c))
}
