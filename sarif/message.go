package sarif

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// plain writes a text so that all consumers show it alike: SARIF gives
// brackets and braces a meaning, which some honour and some do not, and GitHub
// drops backquotes.
//
// A bracket that stands alone is what the text is about, and is named.
func plain(text string) string {
	words := strings.Split(oneLine.Replace(text), " ")
	for i, w := range words {
		bracket := strings.TrimRight(w, ",.:;")
		if name, ok := brackets[bracket]; ok {
			words[i] = name + w[len(bracket):]
		}
	}
	return unbracketed.Replace(strings.Join(words, " "))
}

var (
	oneLine     = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")
	unbracketed = strings.NewReplacer("[", "(", "]", ")", "{", "(", "}", ")", "`", "'")
	brackets    = map[string]string{
		"[": "opening bracket", "]": "closing bracket", "{": "opening brace", "}": "closing brace", "`": "backquote",
	}
)

// maxSentence is how much of a message GitHub shows in lists, in characters.
const maxSentence = 120

// messageText returns the text of a message: a first sentence that is enough
// alone, all of it if that is cut, and links to related locations.
func messageText(message string, more int, links []string) string {
	text := plain(message)
	var b strings.Builder
	if first := cut(text, maxSentence-1); first != text {
		b.WriteString(first + " ")
	}
	b.WriteString(text)
	if !strings.HasSuffix(text, "?") {
		b.WriteByte('.')
	}
	switch {
	case more == 1:
		b.WriteString(" There is 1 more like it on this line.")
	case more > 1:
		fmt.Fprintf(&b, " There are %d more like it on this line.", more)
	}
	if len(links) > 0 {
		b.WriteString(" See " + strings.Join(links, ", ") + ".")
	}
	return b.String()
}

// link refers to a related location.
func link(id int, message string) string {
	return fmt.Sprintf("[%s](%d)", plain(message), id)
}

// cut returns at most n characters of a text; one that is cut ends in "...".
func cut(text string, n int) string {
	if len(text) <= n || utf8.RuneCountInString(text) <= n {
		return text
	}
	runes := []rune(text)
	return string(runes[:n-len("...")]) + "..."
}
