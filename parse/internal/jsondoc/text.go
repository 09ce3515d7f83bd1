// Package jsondoc reads JSON: files that hold policies, bare or in what tools
// wrap around them, and policy texts that stand in other languages.
package jsondoc

import (
	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// ParseText reads JSON text that stands in a string of another language, and
// may have holes in it: inside a JSON string a hole is a part of the string,
// elsewhere a whole value. Positions are those of the bytes that wrote the
// text. The node is not ok if the text is not JSON; the problem says why, at
// its place.
func ParseText(text policy.Value) (n tree.Node, problem *source.Problem) {
	return tree.Node{}, nil
}
