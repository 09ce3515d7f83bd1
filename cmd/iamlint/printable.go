package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// printable returns a text that does nothing to a terminal and stays on its
// line: what is not to be seen is written as an escape sequence. So is "##[",
// which makes a GitHub runner take the rest of any line for a command.
func printable(text string) string {
	if plain(text) {
		return text
	}
	var b strings.Builder
	for at := 0; at < len(text); {
		shown, size := printableAt(text, at)
		b.WriteString(shown)
		at += size
	}
	return b.String()
}

// plain says whether a text is as printable returns it, for most texts.
func plain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '#' {
			return false
		}
	}
	return true
}

// printableAt returns what stands for the character at the byte, and how many
// bytes it has.
func printableAt(text string, at int) (shown string, size int) {
	r, size := utf8.DecodeRuneInString(text[at:])
	switch {
	case r == utf8.RuneError && size <= 1:
		return fmt.Sprintf(`\x%02x`, text[at]), 1
	case r == '[' && strings.HasSuffix(text[:at], "##"):
		return `\x5b`, 1
	case unicode.IsPrint(r):
		return text[at : at+size], size
	case r < utf8.RuneSelf:
		return fmt.Sprintf(`\x%02x`, r), size
	}
	return fmt.Sprintf(`\u%04x`, r), size
}

// printableLines is printable for a text of several lines.
func printableLines(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = printable(line)
	}
	return strings.Join(lines, "\n")
}

// printablePath is printable for a path at the start of a line, where a runner
// takes two colons for the start of a command.
func printablePath(path string) string {
	if strings.HasPrefix(path, "::") {
		path = "./" + path
	}
	return printable(path)
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
