package catalog

// lower returns the lower case of an ASCII letter, and any other byte as it is.
func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		b += 'a' - 'A'
	}
	return b
}

// compareFold compares strings as AWS does names: without regard to the case
// of ASCII letters.
func compareFold(a, b string) int { return compareFoldAt(a, b, sameFold(a, b, 0)) }

// sameFold returns how many bytes two strings have in common at the start, of
// which n are known to be.
func sameFold(a, b string, n int) int {
	shorter := min(len(a), len(b))
	for n < shorter && (a[n] == b[n] || lower(a[n]) == lower(b[n])) {
		n++
	}
	return n
}

// compareFoldAt compares strings that have only the first n bytes in common.
func compareFoldAt(a, b string, n int) int {
	if n < len(a) && n < len(b) {
		return int(lower(a[n])) - int(lower(b[n]))
	}
	return len(a) - len(b)
}
