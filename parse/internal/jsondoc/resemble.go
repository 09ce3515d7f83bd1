package jsondoc

import "strings"

// resembles says whether text that is not JSON was meant to be a policy, or to
// hold one, so that its author wants to hear of the mistake. Much that is
// called JSON is not, and is none of our business: JSON with comments,
// templates, test data.
func resembles(text string) bool {
	m := resemblance{frames: []string{""}}
	for at := 0; at < len(text) && !m.found; {
		at += m.token(text[at:])
	}
	return m.found
}

// A resemblance looks for elements of policies at places where there may be a
// policy, whatever else there is.
type resemblance struct {
	found  bool
	frames []string // for each open bracket, the name of the member that it is in
	name   string   // of the member whose value is at hand
	last   string   // the last string or word
}

// token looks at the next token and returns its length.
func (m *resemblance) token(text string) int {
	if n := commentLen(text); n > 0 {
		return n
	}
	switch c := text[0]; {
	case c == '"' || c == '\'':
		n := quotedLen(text)
		m.string(strings.Trim(text[:n], `"'`))
		return n
	case isWord(c):
		n := tokenLen(text)
		m.string(text[:n])
		return n
	}
	m.punctuation(text[0])
	return 1
}

// string looks at a name or a value.
func (m *resemblance) string(text string) {
	m.last = text
	switch {
	case m.name == "Version":
		m.found = isDate(text) && m.fits()
	case isWrapper(m.name):
		m.found = strings.Contains(text, `Statement\"`) || strings.Contains(text, "%22Statement%22")
	}
}

func (m *resemblance) punctuation(c byte) {
	switch c {
	case '{', '[':
		m.statement()
		m.open()
		m.name, m.last = "", ""
	case '}', ']':
		m.frames = m.frames[:max(1, len(m.frames)-1)]
		m.name = ""
	case ':':
		m.statement()
		m.name, m.last = m.last, ""
	case ',':
		m.name = ""
	}
}

// statement looks at what stands in front of a colon, or is forgotten to.
func (m *resemblance) statement() {
	m.found = m.found || m.last == "Statement" && m.name == "" && m.fits()
}

func (m *resemblance) open() {
	name := m.name
	if name == "" {
		name = m.frames[len(m.frames)-1]
	}
	m.frames = append(m.frames, name)
}

// fits says whether the object at hand may be a policy.
func (m *resemblance) fits() bool {
	in := m.frames[len(m.frames)-1]
	return in == "" || isWrapper(in)
}

// commentLen returns the length of the comment at the start of the text, 0 if
// there is none.
func commentLen(text string) int {
	switch {
	case strings.HasPrefix(text, "//"), strings.HasPrefix(text, "#"):
		return lineLen(text)
	case strings.HasPrefix(text, "/*"):
		if end := strings.Index(text, "*/"); end >= 0 {
			return end + 2
		}
		return len(text)
	}
	return 0
}

// quotedLen returns the length of the quoted string at the start of the text,
// which ends with the line at last.
func quotedLen(text string) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case text[0]:
			return i + 1
		case '\n':
			return i
		case '\\':
			i++
		}
	}
	return len(text)
}
