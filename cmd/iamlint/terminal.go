package main

import (
	"os"

	"golang.org/x/term"
)

// terminalColumns returns the width of the terminal that standard output is,
// 0 if it is none.
func terminalColumns() int {
	fd := int(os.Stdout.Fd())
	if !term.IsTerminal(fd) {
		return 0
	}
	width, _, err := term.GetSize(fd)
	if err != nil || width <= 0 {
		return defaultColumns
	}
	return width
}

// defaultColumns is the width of output that goes to no terminal.
const defaultColumns = 120
