package catalog

import "strings"

// distance returns how many letters must be changed, added, left out, or
// swapped with their neighbour to make b of a, without regard to case. Any
// result above the limit means only that: more than the limit.
func (n *nearest) distance(a, b string) int {
	if d := len(a) - len(b); d > n.limit || -d > n.limit {
		return n.limit + 1
	}
	before, last, row := n.row(0, len(b)), n.row(1, len(b)), n.row(2, len(b))
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			x, y := lower(a[i-1]), lower(b[j-1])
			d := min(last[j], row[j-1]) + 1
			if x == y {
				d = min(d, last[j-1])
			} else {
				d = min(d, last[j-1]+1)
			}
			if i > 1 && j > 1 && x == lower(b[j-2]) && y == lower(a[i-2]) {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		// Later rows are no smaller, but for swaps, which look back two rows.
		if least > n.limit+1 {
			return n.limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// row returns one of the three rows, for words of length up to m.
func (n *nearest) row(i, m int) []int {
	if len(n.rows[i]) <= m {
		n.rows[i] = make([]int, max(2*m, 64))
	}
	return n.rows[i][:m+1]
}

// singular writes the last "ies" of the word as "y".
func singular(word string) string {
	i := strings.LastIndex(word, "ies")
	if i < 0 {
		return word
	}
	return word[:i] + "y" + word[i+len("ies"):]
}
