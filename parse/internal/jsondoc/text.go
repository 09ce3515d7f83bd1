package jsondoc

import (
	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// ParseText reads JSON text that stands in a string of another language, and
// may have holes in it: inside a JSON string a hole is a part of the string,
// elsewhere a whole value, items of a list or members of an object. Positions
// are those of the bytes that wrote the text. The problem says why the text is
// not JSON, at its place.
//
// Where it depends on the holes whether the text is JSON, or what, the node is
// an unknown value and there is no problem: nothing can be said of the policy.
func ParseText(text policy.Value) (n tree.Node, problem *source.Problem) {
	holes := text.Holes()
	json, marks, ok := fill(text.Text(), holes)
	if !ok {
		return unreadable(holes), nil
	}
	var r reader
	r.start(input{
		json: json, text: text.Text(), source: mapValue(text), holes: holes, marks: marks, use: text.Use(),
	})
	n = r.document()
	if r.failed != nil && len(marks) > 0 {
		return unreadable(holes), nil
	}
	return n, r.failed
}

// unreadable returns what stands for text that cannot be read because of the
// holes in it.
func unreadable(holes []policy.Hole) tree.Node {
	h := holes[0]
	h.At = 0
	return tree.UnknownNode(h)
}
