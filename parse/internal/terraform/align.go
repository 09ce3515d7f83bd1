package terraform

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// align returns which source bytes wrote each part of a literal's text. The
// parser gives the text of several lines as one, with escapes decoded and
// white space trimmed, and only says where all of it stands.
func align(f *source.File, r hcl.Range, text string, m mode) []policy.Run {
	src := string(bytesOf(f, r))
	base := min(max(r.Start.Byte, 0), len(f.Text))
	if src == text {
		if text == "" {
			return nil
		}
		return []policy.Run{{At: 0, Len: len(text), Span: f.Span(base, base+len(src))}}
	}
	a := aligner{file: f, base: base, src: src, text: text, mode: m}
	if !a.align() {
		return []policy.Run{{At: 0, Len: len(text), Span: f.Span(base, base+len(src))}}
	}
	return a.runs
}

// An aligner walks through source and text in step.
type aligner struct {
	file      *source.File
	base      int // of src in the file
	src, text string
	mode      mode

	i, j int // in src, in text
	runs []policy.Run
}

func (a *aligner) align() bool {
	lineStart := false
	for a.j < len(a.text) {
		if lineStart && a.mode == flushed {
			a.skipIndent()
		}
		lineStart = false
		n, k, ok := a.next()
		if !ok {
			return false
		}
		if n > 0 && k > 0 {
			a.add(n, k)
		}
		lineStart = k > 0 && a.text[a.j+k-1] == '\n'
		a.i, a.j = a.i+n, a.j+k
	}
	return true
}

// next returns how many bytes of the source wrote how many of the text.
func (a *aligner) next() (n, k int, ok bool) {
	src, text := a.src[a.i:], a.text[a.j:]
	switch {
	case src == "":
		return 0, 0, false
	case a.mode == quoted && src[0] == '\\':
		return escape(src, text)
	case strings.HasPrefix(src, "$${") && strings.HasPrefix(text, "${"),
		strings.HasPrefix(src, "%%{") && strings.HasPrefix(text, "%{"):
		return 3, 2, true
	case src[0] == text[0]:
		return 1, 1, true
	}
	c, size := utf8.DecodeRuneInString(src) // trimmed by ~
	return size, 0, unicode.IsSpace(c)
}

// skipIndent passes over the indentation that was taken off a line.
func (a *aligner) skipIndent() {
	src, text := a.src[a.i:], a.text[a.j:]
	if off := indent(src) - indent(text); off > 0 {
		a.i += off
	}
}

// indent returns how many bytes of white space a line starts with.
func indent(line string) int {
	end := strings.IndexByte(line, '\n')
	if end < 0 {
		end = len(line)
	}
	return end - len(strings.TrimLeftFunc(line[:end], unicode.IsSpace))
}

// escapes are what a letter behind a backslash stands for.
var escapes = map[byte]rune{'n': '\n', 'r': '\r', 't': '\t', '"': '"', '\\': '\\'}

// escape returns how long a backslash sequence is, and what it gives: nothing
// if it was trimmed.
func escape(src, text string) (n, k int, ok bool) {
	if len(src) < 2 {
		return 0, 0, false
	}
	got, k := utf8.DecodeRuneInString(text)
	want, n := escapes[src[1]], 2
	switch src[1] {
	case 'u':
		want, n = got, 6
	case 'U':
		want, n = got, 10
	}
	if got != want && unicode.IsSpace(want) {
		return n, 0, true
	}
	return n, k, got == want && n <= len(src)
}

// add records a step; those of equal length run together.
func (a *aligner) add(n, k int) {
	if last := len(a.runs) - 1; n == 1 && k == 1 && last >= 0 {
		r := &a.runs[last]
		if r.At+r.Len == a.j && a.file.Offset(r.End()) == a.base+a.i && even(*r) {
			r.Len++
			r.Span = policy.NewSpan(r.Pos(), r.End()+1)
			return
		}
	}
	from := a.base + a.i
	a.runs = append(a.runs, policy.Run{At: a.j, Len: k, Span: a.file.Span(from, from+n)})
}
