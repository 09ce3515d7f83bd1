package walk

import (
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// A pattern is one line of an ignore file.
type pattern struct {
	how     how
	text    string   // for the ways that need no glob
	globs   []string // for those that do: any of them
	inPath  bool     // is about the path, not only about the name
	dirOnly bool
	negated bool
}

// How a pattern is matched.
type how int

const (
	byGlob    how = iota
	bySuffix      // of the name: *.json
	byText        // the name or path itself: dist, /build/out
	excessive     // not at all: the pattern exceeds a bound
)

// match says whether the pattern is about an entry, given its name and its
// path relative to the directory of the ignore file.
func (p *pattern) match(name, rel string, isDir bool) bool {
	if p.dirOnly && !isDir {
		return false
	}
	if p.inPath {
		name = rel
	}
	switch p.how {
	case byText:
		return name == p.text
	case bySuffix:
		return strings.HasSuffix(name, p.text)
	}
	name = latin(name)
	for _, g := range p.globs {
		if doublestar.MatchUnvalidated(g, name) {
			return true
		}
	}
	return false
}

// parsePattern reads a line of an ignore file. Comments, and what can match
// nothing, are not ok.
func parsePattern(line string) (pattern, bool) {
	p, text := split(line)
	switch {
	case text == "":
		return p, false
	case len(text) > maxPattern || strings.Count(text, "**") > maxDoubleStars:
		p.how = excessive
	case !strings.ContainsAny(text, special):
		p.how, p.text = byText, text
	case !p.inPath && text[0] == '*' && !strings.ContainsAny(text[1:], special):
		p.how, p.text = bySuffix, text[1:]
	default:
		p.globs = globs(text, p.inPath)
		return p, len(p.globs) > 0
	}
	return p, true
}

// split takes the marks at the ends of a line, which are no part of what names
// have to look like, from its text.
func split(line string) (p pattern, text string) {
	if strings.HasPrefix(line, "#") {
		return p, ""
	}
	line, _, _ = strings.Cut(line, "\x00") // the end, to git
	text, p.negated = strings.CutPrefix(trimSpaces(line), "!")
	text, p.dirOnly = strings.CutSuffix(text, "/")
	if p.inPath = strings.Contains(text, "/"); p.inPath {
		text = strings.TrimPrefix(text, "/")
	}
	return p, text
}

// trimSpaces removes trailing spaces that are not escaped. Other white space
// is part of a pattern.
func trimSpaces(line string) string {
	end := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ':
			continue
		case '\\':
			i++
		}
		end = min(i+1, len(line))
	}
	return line[:end]
}
