package walk

import (
	"strings"
	"unicode/utf8"
)

// Special are the characters that mean more than themselves in an ignore file.
const special = `*?[\`

// globs returns doublestar globs that together match what git's pattern does,
// with names as latin gives them; none if it can match nothing.
func globs(text string, inPath bool) []string {
	var all []string
	for _, t := range unglue(text, inPath) {
		if g, ok := glob(t, inPath); ok {
			all = append(all, g)
		}
	}
	return all
}

// unglue expresses a pattern whose first special characters are a double star
// glued to a literal, as in foo**/bar, without it. Git compares the literal
// first and then takes the double star for one at the start of a pattern,
// against its documentation: foobar and fooa/b/bar match.
func unglue(text string, inPath bool) []string {
	i := strings.IndexAny(text, special)
	if !inPath || i <= 0 || text[i-1] == '/' || !strings.HasPrefix(text[i:], "**") {
		return []string{text}
	}
	start, rest := text[:i], strings.TrimLeft(text[i:], "*")
	switch {
	case rest == "":
		return []string{start + "*", start + "*/**"}
	case rest[0] == '/':
		// What follows may be a glued double star again, but only the last.
		return append(unglue(start+rest[1:], inPath), start+"*/**"+rest)
	case strings.HasPrefix(rest, `\/`):
		return []string{start + "*/**" + rest[1:]}
	}
	return []string{text}
}

// glob translates a pattern without glued double stars.
func glob(text string, inPath bool) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case '?':
			b.WriteByte('?')
			i++
		case '*':
			i += stars(&b, text, i, inPath)
		case '[':
			set, n, ok := parseClass(text[i:])
			if !ok || !set.write(&b) {
				return "", false
			}
			i += n
		case '\\':
			if i++; i == len(text) {
				return "", false // nothing to escape
			}
			fallthrough
		default:
			literal(&b, text[i])
			i++
		}
	}
	g := b.String()
	// No name is empty, but doublestar would take some of these for less.
	if strings.HasPrefix(g, "/") || strings.HasSuffix(g, "/") || strings.Contains(g, "//") {
		return "", false
	}
	return g, true
}

// stars translates the stars at text[i:], with the slash after a double star,
// and returns their length.
func stars(b *strings.Builder, text string, i int, inPath bool) int {
	rest := strings.TrimLeft(text[i:], "*")
	n := len(text) - i - len(rest)
	if n == 1 || !inPath || i > 0 && text[i-1] != '/' {
		b.WriteByte('*')
		return n
	}
	switch {
	case rest == "":
		b.WriteString("**/*") // a/** does not match a
	case rest[0] == '/':
		b.WriteString("**/")
		n++
	case strings.HasPrefix(rest, `\/`):
		b.WriteString("**/*/") // git wants a directory if the slash is escaped
		n += 2
	default:
		b.WriteByte('*')
	}
	return n
}

// literal writes a byte that stands for itself.
func literal(b *strings.Builder, c byte) {
	if strings.IndexByte(`*?[]{},!^-\`, c) >= 0 {
		b.WriteByte('\\')
	}
	b.WriteRune(rune(c))
}

// latin returns a string that has a rune for each byte of s, whatever encoding
// they are in: git's ? and classes stand for a byte, those of doublestar for a
// rune.
func latin(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			runes := make([]rune, len(s))
			for i := range len(s) {
				runes[i] = rune(s[i])
			}
			return string(runes)
		}
	}
	return s
}
