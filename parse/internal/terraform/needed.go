package terraform

import (
	"bytes"

	"github.com/iamlint/iamlint/parse/internal/source"
)

// needed tells the files of a module that can matter from those that cannot,
// and need not be parsed. What matters can hold policies or identities, or
// declares what something that matters refers to.
//
// It looks at words only. A word that is no reference, in a comment say, makes
// too many files matter, not too few.
func needed(files []*source.File) (yes, no []*source.File) {
	n := need{waiting: map[string][]*source.File{}, taken: map[*source.File]bool{}, refs: map[string]bool{}}
	for _, f := range files {
		w := declaredIn(f.Text)
		if w.always || Relevant(f.Text) {
			n.take(f)
			continue
		}
		for _, name := range w.declared {
			n.waiting[name] = append(n.waiting[name], f)
		}
	}
	for len(n.queue) > 0 {
		f := n.queue[0]
		n.queue = n.queue[1:]
		n.references(f.Text)
	}
	for _, f := range files {
		if n.taken[f] {
			yes = append(yes, f)
		} else {
			no = append(no, f)
		}
	}
	return yes, no
}

// A need is the files that matter, and what they refer to.
type need struct {
	taken   map[*source.File]bool
	queue   []*source.File // whose references are still to be looked at
	refs    map[string]bool
	waiting map[string][]*source.File // other files, by what they declare
}

func (n *need) take(f *source.File) {
	if !n.taken[f] {
		n.taken[f] = true
		n.queue = append(n.queue, f)
	}
}

// references takes the files that declare what a text refers to: two words
// with a dot between, "aws_s3_bucket.logs" or "var.name".
func (n *need) references(text []byte) {
	for at := 0; ; {
		i := bytes.IndexByte(text[at:], '.')
		if i < 0 {
			return
		}
		at += i + 1
		before, after := wordBefore(text, at-1), wordAfter(text, at)
		if len(before) == 0 || len(after) == 0 {
			continue
		}
		if ref := string(before) + "." + string(after); !n.refs[ref] {
			n.refs[ref] = true
			for _, f := range n.waiting[ref] {
				n.take(f)
			}
		}
	}
}

// wordBefore and wordAfter return the word next to a byte of the text; there
// may be white space between.
func wordBefore(text []byte, end int) []byte {
	for end > 0 && isSpace(text[end-1]) {
		end--
	}
	from := end
	for from > 0 && isWord(text[from-1]) {
		from--
	}
	return text[from:end]
}

func wordAfter(text []byte, from int) []byte {
	for from < len(text) && isSpace(text[from]) {
		from++
	}
	end := from
	for end < len(text) && isWord(text[end]) {
		end++
	}
	return text[from:end]
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-' || c >= 0x80
}
