package rules

import (
	"fmt"
	"strings"
)

// The marks around text that is to be flagged, in a rule's Bad and in its test
// archive.
const (
	markOpen  = "«"
	markClose = "»"
)

// Unmark takes the marks out of a text and returns it with the ranges that
// were marked, in bytes of the plain text and in order. The text is one of
// ours: marks that are nested or do not pair are a mistake in it, and panic.
func Unmark(marked string) (text string, marks [][2]int) {
	var plain strings.Builder
	plain.Grow(len(marked))
	open := -1
	for rest := marked; ; {
		i := strings.IndexAny(rest, markOpen+markClose)
		if i < 0 {
			plain.WriteString(rest)
			break
		}
		plain.WriteString(rest[:i])
		opens := strings.HasPrefix(rest[i:], markOpen)
		if opens == (open >= 0) {
			panic(fmt.Sprintf("marks do not pair at byte %d of %q", len(marked)-len(rest)+i, marked))
		}
		if opens {
			open = plain.Len()
		} else {
			marks = append(marks, [2]int{open, plain.Len()})
			open = -1
		}
		rest = rest[i+len(markOpen):]
	}
	if open >= 0 {
		panic(fmt.Sprintf("a mark is not closed in %q", marked))
	}
	return plain.String(), marks
}
