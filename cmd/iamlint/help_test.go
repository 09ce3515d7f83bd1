package main

import (
	"regexp"
	"strings"
	"testing"
)

var description = regexp.MustCompile(`   +\S.*$`)

// The examples in help texts work.
func TestExamples(t *testing.T) {
	c, _, _ := newCommand(t.TempDir())
	c.run([]string{"version"}) // makes c.out
	root := c.rootCommand()
	n := 0
	for _, cmd := range append(root.Commands(), root) {
		for line := range strings.Lines(cmd.Example) {
			line = description.ReplaceAllString(strings.TrimSpace(line), "")
			words := splitWords(line)
			if words[0] != "iamlint" {
				continue
			}
			n++
			c, _, stderr := newCommand(t.TempDir())
			if code := c.run(words[1:]); code > exitFindings || stderr.Len() > 0 {
				t.Errorf("%s: exit code %d, %s", line, code, stderr)
			}
		}
	}
	if n < 8 {
		t.Errorf("only %d examples", n)
	}
}
