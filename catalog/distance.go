package catalog

import "strings"

// distance returns how many letters must be changed, added, left out, or
// swapped with their neighbour to make b of a, without regard to case. Any
// result above the limit means only that: more than the limit.
func (n *nearest) distance(a, b string) int {
	if d := len(a) - len(b); d > n.limit || -d > n.limit {
		return n.limit + 1
	}
	a, b = withoutSameEnds(a, b)
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	before, last, row := n.row(0, len(b)), n.row(1, len(b)), n.row(2, len(b))
	for j := range last {
		last[j] = j
	}
	least := 0
	for i := 1; i <= len(a); i++ {
		// Farther from the diagonal than the limit, all is more than the limit.
		from, to := max(1, i-n.limit), min(len(b), i+n.limit)
		row[from-1] = i
		if to < len(b) {
			row[to+1] = n.limit + 1
		}
		leastBefore := least
		least = i
		for j := from; j <= to; j++ {
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
		if least > n.limit && leastBefore >= n.limit {
			return n.limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// withoutSameEnds takes away what two strings have in common at start and end,
// without regard to case: it is no part of any difference.
func withoutSameEnds(a, b string) (string, string) {
	same := sameFold(a, b, 0)
	a, b = a[same:], b[same:]
	for a != "" && b != "" && lower(a[len(a)-1]) == lower(b[len(b)-1]) {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
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
