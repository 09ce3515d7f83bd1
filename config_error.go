package iamlint

import (
	"fmt"
	"slices"
	"strings"
)

// A ConfigError is all that is wrong with a configuration file.
type ConfigError struct {
	Path     string
	Problems []ConfigProblem // by place
}

// A ConfigProblem is one thing that is wrong with a configuration file.
type ConfigProblem struct {
	Line, Column int // in bytes, from 1
	Message      string
}

// Error returns one line for each problem.
func (e *ConfigError) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = fmt.Sprintf("%s:%d:%d: %s", e.Path, p.Line, p.Column, p.Message)
	}
	return strings.Join(lines, "\n")
}

// sort puts the problems in the order of the text.
func (e *ConfigError) sort() {
	slices.SortStableFunc(e.Problems, func(a, b ConfigProblem) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
}
