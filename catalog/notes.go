package catalog

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// retiredText and undocumentedText are kept by hand. A line is a full action
// name, or a service prefix that stands for all its actions, then tab-separated
// the day of the end (only in retired.txt) and the reason. Lines are sorted
// without regard to case; those that start with "#" are comments.
var (
	//go:embed retired.txt
	retiredText string
	//go:embed undocumented.txt
	undocumentedText string
)

// A Retirement tells why an action or a whole service is no more.
type Retirement struct {
	Name  string // as listed: "sumerian", or "cloudhsm:CreateHapg"
	Since string // "2023-02-21"; shorter where only year or month are known
	Why   string // half a sentence: "Amazon Sumerian was discontinued"
}

// noteLists are the lists of one catalog, decoded when first asked for.
type noteLists struct {
	once                  sync.Once
	retired, undocumented []string
}

// lists decodes both lists.
func (n *noteLists) lists() *noteLists {
	n.once.Do(func() {
		n.retired = noteLines(retiredText)
		n.undocumented = noteLines(undocumentedText)
	})
	return n
}

// noteLines returns the lines without comments.
func noteLines(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

// Retired says whether AWS has retired the action, given by its full name, or
// the whole service, given by its prefix. Old policies still name them; they
// have no effect. Nothing retired is in the catalog.
func (c *Catalog) Retired(action string) (Retirement, bool) {
	line, ok := findNote(c.notes.lists().retired, action)
	if !ok {
		return Retirement{}, false
	}
	return Retirement{Name: field(&line), Since: field(&line), Why: line}, true
}

// Undocumented says whether the action, given by its full name, or the whole
// service, given by its prefix, is missing from the service reference although
// there is reason to think that it exists: AWS's own policies name it, or the
// reference once did. It is not in the catalog, and yet no mistake.
func (c *Catalog) Undocumented(action string) bool {
	_, ok := findNote(c.notes.lists().undocumented, action)
	return ok
}

// MatchesNoted says whether the pattern matches an action that is retired or
// undocumented: then it is no mistake that it matches nothing in the catalog.
func (c *Catalog) MatchesNoted(pattern string) bool {
	pattern = oneStar(pattern)
	matches := func(line string) bool { return matchFold(pattern, field(&line)) }
	notes := c.notes.lists()
	return slices.ContainsFunc(notes.retired, matches) || slices.ContainsFunc(notes.undocumented, matches)
}

// findNote finds the line of the name, or else of its service.
func findNote(lines []string, name string) (string, bool) {
	i, ok := slices.BinarySearchFunc(lines, name, func(line, name string) int {
		return compareFold(field(&line), name)
	})
	if ok {
		return lines[i], true
	}
	prefix, _, ok := cutColon(name)
	if !ok {
		return "", false
	}
	return findNote(lines, prefix)
}
