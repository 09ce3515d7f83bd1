package rules

import (
	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/policy"
)

// mixesTypes says whether the values certainly have different types. One of
// which nothing is known may be of any.
func mixesTypes(l policy.List) bool {
	const text, number, boolean = 1, 2, 4
	types := 0
	for i, v := range l.Values {
		switch {
		case v.Unknown():
		case !l.Bare[i]:
			types |= text
		case v.Is("true"), v.Is("false"):
			types |= boolean
		default:
			types |= number
		}
	}
	return types&(types-1) != 0
}

// quoteBare returns the edits that make strings of numbers and booleans.
func (p *Pass) quoteBare(l policy.List) ([]analysis.TextEdit, bool) {
	var edits []analysis.TextEdit
	for i, v := range l.Values {
		if !l.Bare[i] {
			continue
		}
		edit, ok := p.Replace(v, v.Text())
		if !ok || !l.Contains(v.Span) {
			return nil, false
		}
		edits = append(edits, edit...)
	}
	return edits, true
}
