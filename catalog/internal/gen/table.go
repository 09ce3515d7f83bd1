package main

import "strings"

// A table numbers distinct lists from 1 in order of first use; the empty list is 0.
type table struct {
	ids   map[string]int
	lines strings.Builder
}

// id returns the number of a list, given as its line.
func (t *table) id(text string) int {
	if text == "" {
		return 0
	}
	if id, ok := t.ids[text]; ok {
		return id
	}
	if t.ids == nil {
		t.ids = map[string]int{}
	}
	t.ids[text] = len(t.ids) + 1
	line(&t.lines, text)
	return t.ids[text]
}

// String returns the lines of the table.
func (t *table) String() string { return t.lines.String() }
