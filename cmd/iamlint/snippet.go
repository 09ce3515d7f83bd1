package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A snippet is source with a range to underline.
type snippet struct {
	text     []byte
	from, to int // the range, in bytes
	line     int // of the range's first byte, from 1
	start    int // offset of that line
	columns  int // how wide lines of output may be
}

// maxLines is how many lines of source a snippet shows.
const maxLines = 5

// render returns lines of output: each line of source behind its number, with
// the range underlined where it starts and where it ends.
func (s snippet) render(mark func(string) string, gutter func(string) string) []string {
	lines := s.lines()
	digits := len(strconv.Itoa(s.line + len(lines) - 1))
	blank := gutter(strings.Repeat(" ", digits+2) + " | ")
	var out []string
	for i, l := range lines {
		if len(lines) > maxLines && i == maxLines-2 {
			out = append(out, blank+"…")
		}
		if len(lines) > maxLines && i >= maxLines-2 && i < len(lines)-1 {
			continue
		}
		row := s.show(l, s.columns-digits-5)
		out = append(out, gutter(fmt.Sprintf(" %*d | ", digits+1, s.line+i))+row.text)
		if i == 0 || i == len(lines)-1 {
			out = append(out, blank+strings.Repeat(" ", row.indent)+mark(row.underline))
		}
	}
	return out
}

// reach is how many bytes of a line, in front of the range and behind it, are
// looked at. Where characters have several bytes that may be fewer than fit.
func (s snippet) reach() int { return max(s.columns, minColumns) }

const minColumns = 20

// lines returns where the lines are that the range touches, without their
// ends. Where the range ends at the very start of a line it does not touch it.
func (s snippet) lines() []sourceLine {
	// A minified file is one line, which is not to be searched for every finding.
	s.text = s.text[:min(len(s.text), s.to+2*s.reach())]
	var lines []sourceLine
	for at := s.start; ; {
		from := max(s.from, at)
		end, next := lineEnd(s.text, from)
		lines = append(lines, sourceLine{at, end, from, max(min(s.to, end), from)})
		if next >= s.to || next >= len(s.text) {
			return lines
		}
		at = next
	}
}

// lineEnd returns where the line that a byte is in ends, and where the next
// one starts.
func lineEnd(text []byte, at int) (end, next int) {
	i := bytes.IndexAny(text[at:], "\r\n")
	if i < 0 {
		return len(text), len(text)
	}
	end = at + i
	if bytes.HasPrefix(text[end:], []byte("\r\n")) {
		return end, end + 2
	}
	return end, end + 1
}

// A sourceLine is a line from one byte to another and the part of it that is
// in the range.
type sourceLine struct{ start, end, from, to int }

// A row is a line as it is shown.
type row struct {
	text      string
	indent    int // columns in front of the underline
	underline string
}

// A cell is what stands for one character.
type cell struct {
	at    int // offset of the character
	text  string
	width int
}

// show returns the part of a line around its range that fits.
func (s snippet) show(l sourceLine, columns int) row {
	columns, reach := max(columns, minColumns), s.reach()
	start, end := max(l.start, l.from-reach), min(l.end, max(l.from, min(l.to, l.from+reach))+reach)
	for start > l.start && !utf8.RuneStart(s.text[start]) {
		start--
	}
	for end < l.end && !utf8.RuneStart(s.text[end]) {
		end++
	}
	w := window{cells: cells(s.text[start:end], start), cutLeft: start > l.start, cutRight: end < l.end}
	w.fit(l.from, l.to, columns)
	return w.row(l.from, l.to)
}

const tabWidth = 4

// cells returns what is shown of a text that starts at an offset.
func cells(text []byte, offset int) []cell {
	source := string(text)
	all := make([]cell, 0, len(source))
	column := 0
	for at := 0; at < len(source); {
		shown, size := printableAt(source, at)
		c := cell{at: offset + at, text: shown}
		switch r, n := utf8.DecodeRuneInString(shown); {
		case source[at] == '\t':
			c.width = tabWidth - column%tabWidth
			c.text = strings.Repeat(" ", c.width)
		case n == len(shown):
			c.width = width(r)
		default: // an escape sequence
			c.width = len(shown)
		}
		all = append(all, c)
		column += c.width
		at += size
	}
	return all
}
