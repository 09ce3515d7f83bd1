package rules

import "strconv"

// grouped writes a number with commas: "10,240".
func grouped(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// inWords writes a size of the policy.
func (z *policySize) inWords(n int) string {
	if z.atLeast {
		return "at least " + grouped(n)
	}
	return grouped(n)
}
