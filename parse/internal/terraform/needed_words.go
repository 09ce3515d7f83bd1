package terraform

import "bytes"

// A fileWords is what a file may declare, by how others refer to it.
type fileWords struct {
	declared []string
	always   bool // it matters whatever others refer to
}

// declaredIn looks for the headers of blocks: resource "type" "name" and the
// like. Locals, providers and modules matter in any case: to locals there are
// references by names that stand anywhere in the block, providers have what
// all else depends on, and what modules are given may be a policy.
func declaredIn(text []byte) fileWords {
	var w fileWords
	for _, h := range headers {
		for at := 0; !w.always; {
			i := bytes.Index(text[at:], h.word)
			if i < 0 {
				break
			}
			from, end := at+i, at+i+len(h.word)
			at = end
			if from > 0 && isWord(text[from-1]) || end < len(text) && isWord(text[end]) {
				continue
			}
			w.header(h, text[end:])
		}
	}
	return w
}

// A header is how the blocks of a type start.
type header struct {
	word   []byte
	labels int // how many count; -1: the file matters in any case
	prefix string
}

var headers = []header{
	{[]byte("locals"), -1, ""}, {[]byte("provider"), -1, ""}, {[]byte("module"), -1, ""},
	{[]byte("resource"), 2, ""}, {[]byte("data"), 2, ""}, {[]byte("variable"), 1, "var."},
}

// header takes in the labels in the text behind the first word of what may be
// a header.
func (w *fileWords) header(h header, text []byte) {
	var labels [2][]byte
	for i := range max(h.labels, 1) {
		text = bytes.TrimLeft(text, " \t")
		switch {
		case len(text) == 0:
			return
		case text[0] == '"':
			end := bytes.IndexAny(text[1:], "\"\n")
			if end < 0 {
				return
			}
			labels[i], text = text[1:1+end], text[2+end:]
		case isWord(text[0]):
			labels[i] = wordAfter(text, 0)
			text = text[len(labels[i]):]
		case text[0] == '/' || text[0] == '{' && h.labels < 0: // a comment between; locals {
			w.always = true
			return
		default:
			return
		}
	}
	switch {
	case h.labels < 0, bytes.IndexByte(labels[0], '\\') >= 0, bytes.IndexByte(labels[1], '\\') >= 0:
		w.always = true
	case h.labels == 1:
		w.declared = append(w.declared, h.prefix+string(labels[0]))
	default:
		w.declared = append(w.declared, string(labels[0])+"."+string(labels[1]))
	}
}
