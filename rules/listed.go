package rules

import (
	"fmt"
	"strings"
)

const maxListed = 5

// listed joins texts for a message, no more than a few.
func listed(texts []string) string {
	n := len(texts)
	switch {
	case n == 1:
		return texts[0]
	case n > maxListed:
		return fmt.Sprintf("%s and %d more", strings.Join(texts[:maxListed], ", "), n-maxListed)
	}
	return strings.Join(texts[:n-1], ", ") + " and " + texts[n-1]
}
