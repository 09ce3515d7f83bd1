package jsondoc

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// A reader makes nodes of JSON.
type reader struct {
	input
	dec    *jsontext.Decoder
	failed *source.Problem // what is wrong; then nothing more is read
	shift  int             // where the decoder's text starts in the JSON
	depth  int
	count  int // values of the policy that were read
	coded  int // bytes of its strings with escape sequences
	nodes  stack[tree.Node]
	fields stack[tree.Field]
}

// start starts to read.
func (r *reader) start(in input) {
	r.input, r.failed = in, nil
	r.dec = &jsontext.Decoder{}
	r.open(0, len(in.json))
}

// open starts to read the JSON from one byte to another.
func (r *reader) open(from, to int) {
	// Duplicate names are for the grammar of policies to report.
	r.dec.Reset(bytes.NewBuffer(r.json[from:to]), jsontext.AllowDuplicateNames(true))
	r.shift, r.depth, r.count, r.coded = from, 0, 0, 0
}

// document reads all of the text as one value.
func (r *reader) document() tree.Node {
	n := r.value()
	r.finish()
	return n
}

// finish reports what follows the value.
func (r *reader) finish() {
	if rest := r.json[r.offset():]; r.failed == nil && len(rest) > 0 && len(bytes.TrimLeft(rest, spaces)) > 0 {
		r.fail()
	}
}

// offset returns how much of the JSON has been read.
func (r *reader) offset() int { return r.shift + int(r.dec.InputOffset()) }

// value reads the next value. Once something is wrong there is none.
func (r *reader) value() (n tree.Node) {
	if r.count++; r.count > maxValues {
		r.tooMany()
		return n
	}
	switch r.dec.PeekKind() {
	case '{':
		r.object(&n)
	case '[':
		r.list(&n)
	case '"':
		if from, to, escaped := r.string(); r.failed == nil {
			n.Kind, n.Value = tree.String, r.quoted(from, to, escaped)
			n.Span = n.Value.Span
		}
	case '0':
		return r.word(tree.Number)
	case 't', 'f':
		return r.word(tree.Bool)
	default:
		return r.word(tree.Null)
	}
	return n
}

// word reads a number or a literal.
func (r *reader) word(kind tree.Kind) tree.Node {
	from, to, _ := r.raw()
	if r.failed != nil {
		return tree.Node{}
	}
	if m := r.mark(from); m != nil {
		return tree.UnknownNode(m.hole)
	}
	v := r.bare(from, to)
	return tree.Node{Kind: kind, Span: v.Span, Value: v}
}

// raw reads a string, number or literal, and returns where it is, with its
// quotes, and whether there may be escape sequences in it.
func (r *reader) raw() (from, to int, escaped bool) {
	if r.failed != nil {
		return 0, 0, false
	}
	raw, err := r.dec.ReadValue()
	if err != nil {
		r.fail()
		return 0, 0, false
	}
	to = r.offset()
	return to - len(raw), to, bytes.IndexByte(raw, '\\') >= 0
}

// string reads a string of a policy.
func (r *reader) string() (from, to int, escaped bool) {
	if from, to, escaped = r.raw(); escaped {
		if r.coded += to - from; r.coded > maxCoded {
			r.tooCoded(from)
		}
	}
	return from, to, escaped
}

// token reads a bracket.
func (r *reader) token() {
	if r.failed != nil {
		return
	}
	if _, err := r.dec.ReadToken(); err != nil {
		r.fail()
	}
}

// more says whether there may be something in front of the closing bracket.
func (r *reader) more(closing jsontext.Kind) bool {
	return r.failed == nil && r.dec.PeekKind() != closing
}

// enter reads an opening bracket, and returns where it is.
func (r *reader) enter() (from int) {
	r.token()
	from = r.offset() - 1
	if r.depth++; r.depth > maxDepth {
		r.tooDeep(from)
	}
	return from
}

// leave reads the bracket that closes the one at a byte of the JSON.
func (r *reader) leave(from int) policy.Span {
	r.depth--
	if r.token(); r.failed != nil {
		return policy.Span{}
	}
	return r.span(from, r.offset())
}

func (r *reader) list(n *tree.Node) {
	n.Kind = tree.Array
	from, base := r.enter(), r.nodes.mark()
	for r.more(']') {
		if v := r.value(); v.Kind == tree.Unknown {
			n.AddRest(v.Open()...)
		} else {
			r.nodes.push(v)
		}
	}
	n.Items = r.nodes.pop(base)
	n.Span = r.leave(from)
}

func (r *reader) object(n *tree.Node) {
	n.Kind = tree.Object
	from, base := r.enter(), r.fields.mark()
	for r.more('}') {
		key, rest := r.name()
		value := r.value()
		if rest != nil {
			n.AddRest(*rest)
		} else {
			r.fields.push(tree.Field{Key: key, Value: value})
		}
	}
	n.Fields = r.fields.pop(base)
	n.Span = r.leave(from)
}

// name reads the name of a member. If it is there in place of a hole that may
// hold members, that is returned instead.
func (r *reader) name() (name policy.Value, rest *policy.Hole) {
	from, to, escaped := r.string()
	if r.failed != nil {
		return policy.Value{}, nil
	}
	switch m := r.mark(from); {
	case m == nil:
		return r.quoted(from, to, escaped), nil
	case m.place == member:
		return policy.Value{}, &m.hole
	default:
		return policy.NewValue(m.hole.Span, "", m.hole).WithOrigin(&policy.Origin{}), nil
	}
}

// reset forgets all nodes that were made.
func (r *reader) reset() {
	r.nodes.reset()
	r.fields.reset()
}
