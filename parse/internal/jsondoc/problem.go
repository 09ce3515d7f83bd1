package jsondoc

import (
	"fmt"

	"github.com/iamlint/iamlint/parse/internal/source"
)

// maxDepth is how deep lists and objects of a policy may be nested: those that
// mean something are at five levels.
const maxDepth = 100

// maxValues is how many values a policy may have: AWS takes 131,072 characters
// at most, and a value has two at least.
const maxValues = 1 << 16

// tooDeep reports the list or object that starts at a byte of the JSON.
func (r *reader) tooDeep(from int) {
	r.failed = &source.Problem{
		Kind: source.InputLimit, Span: r.span(from, from+1),
		Message: fmt.Sprintf("lists and objects are nested more than %d levels deep", maxDepth),
	}
}

// maxCoded is how many bytes the strings with escape sequences of a policy may
// have together. Each sequence takes many times its size in memory; AWS's
// 131,072 characters have less than six bytes each.
const maxCoded = 1 << 20

// tooCoded reports the string that starts at a byte of the JSON.
func (r *reader) tooCoded(from int) {
	r.failed = &source.Problem{
		Kind: source.InputLimit, Span: r.span(from, from+1),
		Message: fmt.Sprintf("a policy with more than %d bytes of strings with escape sequences", maxCoded),
	}
}

// tooMany reports the next value.
func (r *reader) tooMany() {
	r.failed = &source.Problem{
		Kind: source.InputLimit, Span: r.span(r.offset(), r.offset()),
		Message: fmt.Sprintf("a policy with more than %d values", maxValues),
	}
}

// fail says what is wrong with the JSON where the decoder gave up.
func (r *reader) fail() {
	kind, length := r.dec.StackIndex(r.dec.StackDepth())
	d := diagnosis{text: r.json, at: r.offset()}
	d.after(byte(kind), length)
	p := &source.Problem{Kind: source.JSONSyntax, Span: r.span(d.at, d.end), Message: "JSON syntax error: " + d.message}
	if d.message == "" {
		// Nothing is wrong with the next token but where it stands: the decoder
		// has a bound of its own, which policies do not come near.
		p.Kind, p.Message = source.InputLimit, "lists and objects are nested too deeply"
		p.Span = r.span(d.at, min(d.at+1, len(r.json)))
	}
	if d.opener >= 0 {
		p.Related = []source.Related{{Span: r.span(d.opener, d.opener+1), Message: "opened here"}}
	}
	r.failed = p
}
