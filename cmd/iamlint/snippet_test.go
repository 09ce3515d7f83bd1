package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func same(s string) string { return s }

// around returns the snippet of the text between « and ».
func around(marked string, columns int) snippet {
	from := strings.Index(marked, "«")
	text := strings.Replace(marked, "«", "", 1)
	to := strings.Index(text, "»")
	text = strings.Replace(text, "»", "", 1)
	return snippetOf([]byte(text), from, to, columns)
}

func snippetOf(text []byte, from, to, columns int) snippet {
	line, start := 1, 0
	for at := 0; ; {
		end, next := lineEnd(text, at)
		if next > from || next >= len(text) && (end == next || next > from) {
			break
		}
		line, start, at = line+1, next, next
	}
	return snippet{text: text, from: from, to: to, line: line, start: start, columns: columns}
}

func TestSnippet(t *testing.T) {
	for _, test := range []struct {
		name, source string
		columns      int
		want         string
	}{
		{"a word", "one\ntwo «three» four\nfive\n", 80, `
  2 | two three four
    |     ^^^^^`},
		{"nothing", "one «»two", 80, `
  1 | one two
    |     ^`},
		{"the end of a line", "one«»\ntwo", 80, `
  1 | one
    |    ^`},
		{"the end of the text", "one\ntwo«»", 80, `
  2 | two
    |    ^`},
		{"an empty line", "one\n«»\ntwo", 80, `
  2 |
    | ^`},
		{"tabs", "\ta\t«b\tc»\td", 80, `
  1 |     a   b   c   d
    |         ^^^^^`},
		{"Windows lines", "one\r\n«two»\r\nthree\r\n", 80, `
  2 | two
    | ^^^`},
		{"old Mac lines", "one\r«two»\rthree", 80, `
  2 | two
    | ^^^`},
		{"wide", "日本 «語» x", 80, `
  1 | 日本 語 x
    |      ^^`},
		{"combining", "e\u0301 «e\u0301» x", 80, "\n  1 | e\u0301 e\u0301 x\n    |   ^"},
		{"control characters", "a\x00b «\x1b[1mx» \u202e \xff", 80, `
  1 | a\x00b \x1b[1mx \u202e \xff
    |        ^^^^^^^^`},
		{"several lines", "x = «{\n  a = 1\n}» y\n", 80, `
  1 | x = {
    |     ^
  2 |   a = 1
  3 | } y
    | ^`},
		{"up to the start of a line", "«one\n»two\n", 80, `
  1 | one
    | ^^^`},
		{"many lines", "«1\n2\n3\n4\n5\n6\n7»\n8\n", 80, `
  1 | 1
    | ^
  2 | 2
  3 | 3
    | …
  7 | 7
    | ^`},
		{"line numbers of two digits", strings.Repeat("\n", 8) + "«a\nb»", 80, `
   9 | a
     | ^
  10 | b
     | ^`},
		{"a long line, at its start", "«one» " + strings.Repeat("x", 100), 30, `
  1 | one xxxxxxxxxxxxxxxxxx…
    | ^^^`},
		{"a long line, in its middle", strings.Repeat("x", 100) + "«one»" + strings.Repeat("y", 100), 30, `
  1 | …xxxxxxxxxoneyyyyyyyyyy…
    |           ^^^`},
		{"a long line, at its end", strings.Repeat("x", 100) + "«one»", 30, `
  1 | …xxxxxxxxxxxxxxxxxxxone
    |                     ^^^`},
		{"a range longer than the line may be", strings.Repeat("x", 100) + "«" + strings.Repeat("o", 100) + "»y", 30, `
  1 | …xxxxxooooooooooooooooo…
    |       ^^^^^^^^^^^^^^^^^`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := "\n" + strings.Join(around(test.source, test.columns).render(same, same), "\n")
			got = strings.ReplaceAll(got, " | \n", " |\n")
			if diff := cmp.Diff(strings.Split(test.want, "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// Whatever a file holds, a snippet is a few short lines of printable text with
// something underlined.
func FuzzSnippet(f *testing.F) {
	f.Add([]byte("one\ntwo\nthree"), 4, 3, 80)
	f.Add([]byte("\t日本\x1b\xff\r\n\r"), 0, 12, 20)
	f.Add([]byte(strings.Repeat("é", 300)), 301, 5, 40)
	f.Fuzz(func(t *testing.T, text []byte, from, length, columns int) {
		if from < 0 || length < 0 || from > len(text) || length > len(text)-from || columns < 0 || columns > 1000 {
			return
		}
		rows := snippetOf(text, from, from+length, columns).render(same, same)
		if len(rows) > maxLines+3 || !strings.Contains(strings.Join(rows, ""), "^") {
			t.Errorf("%d rows: %q", len(rows), rows)
		}
		for _, row := range rows {
			checkPrintable(t, row)
			if n := utf8.RuneCountInString(row); n > max(columns, minColumns+10)*10 {
				t.Errorf("%d characters in %d columns: %q", n, columns, row)
			}
		}
	})
}

func FuzzPrintable(f *testing.F) {
	f.Add("plain")
	f.Add("##[error]\x1b[31m\u202e\xff日本")
	f.Fuzz(func(t *testing.T, text string) {
		got := printable(text)
		checkPrintable(t, got)
		if plain(text) && got != text {
			t.Errorf("%q became %q", text, got)
		}
		if strings.HasPrefix(printablePath(text), "::") {
			t.Errorf("%q starts a command", text)
		}
	})
}

func checkPrintable(t *testing.T, text string) {
	t.Helper()
	if !utf8.ValidString(text) || strings.Contains(text, "##[") {
		t.Errorf("not printable: %q", text)
	}
	for _, r := range text {
		if !unicode.IsPrint(r) {
			t.Errorf("not printable: %q", text)
		}
	}
}

// The time for a finding in a minified file does not depend on its size.
func TestSnippetOfHugeLine(t *testing.T) {
	text := bytes.Repeat([]byte("x"), 8<<20)
	for i := range 5000 {
		s := snippet{text: text, from: 4<<20 + i, to: 4<<20 + i + 5, line: 1, columns: 100}
		if len(s.render(same, same)) != 2 {
			t.Fatal("not one line")
		}
	}
}
