package jsondoc

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Syntax spells strings in JSON. It escapes no more than it must.
type Syntax struct {
	// Inside is how many strings, one in the other, the JSON stands in: those
	// quote it once more, without quotes of their own.
	Inside int
}

// Quote returns the source of a string. Text that is not UTF-8 has none.
func (s Syntax) Quote(text string) (source string, ok bool) {
	source = Quote(text)
	for range s.Inside {
		quoted := Quote(source)
		source = quoted[1 : len(quoted)-1]
	}
	return source, utf8.ValidString(text)
}

// Quote returns a string as JSON writes it, with no more escapes than it needs.
func Quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ':
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
