package jsondoc

// tokenLen returns the length of the token at the start of the text: a word, a
// string, or else one byte.
func tokenLen[T bytesOrString](text T) int {
	switch c := text[0]; {
	case c == '"':
		return stringLen(text)
	case isWord(c):
		n := 1
		for n < len(text) && isWord(text[n]) {
			n++
		}
		return n
	}
	return 1
}

// stringLen returns the length of the string at the start of the text. One
// that is not closed goes to the end of the text.
func stringLen[T bytesOrString](text T) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '"':
			return i + 1
		case '\\':
			i++
		}
	}
	return len(text)
}

// openString says whether a token is a string that is not closed: it would go
// on with what follows.
func openString(token string) bool {
	return token[0] == '"' && stringLen(token+`"`) > len(token)
}

// spaces are what may stand between tokens.
const spaces = " \t\r\n"

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// isWord says whether numbers and names have the byte.
func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
		c == '+' || c == '-' || c == '.' || c == '_'
}

type bytesOrString interface{ string | []byte }
