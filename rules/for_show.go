package rules

import (
	"slices"
	"strings"
)

// isForShow says whether the path is that of something not meant to be used: a
// directory in it is called so, or a word of the file's name.
func isForShow(path string) bool {
	dirs := strings.Split(path, "/")
	if slices.ContainsFunc(dirs, isWordForShow) {
		return true
	}
	file, _, ok := strings.Cut(dirs[len(dirs)-1], ".json")
	return ok && slices.ContainsFunc(strings.FieldsFunc(file, func(c rune) bool { return strings.ContainsRune("-_.", c) }), isWordForShow)
}

func isWordForShow(word string) bool { return slices.Contains(wordsForShow, strings.ToLower(word)) }

var wordsForShow = []string{
	"doc", "docs", "documentation", "example", "examples", "fixture", "fixtures", "mock", "mocks",
	"sample", "samples", "test", "testdata", "testing", "tests",
}
