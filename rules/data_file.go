package rules

import (
	"iter"
	"strings"
)

// dataLines goes through the lines of a data file that are not empty and no
// comments.
func dataLines(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
