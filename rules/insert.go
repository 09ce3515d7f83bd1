package rules

import (
	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/policy"
)

// InsertMember returns the edits that add a member to an object of the policy,
// in front of the member whose name stands at a place.
func (p *Pass) InsertMember(before policy.Span, name, value string) ([]analysis.TextEdit, bool) {
	syntax, ok := p.Policy.Syntax.(policy.MemberSyntax)
	if !ok || !before.IsValid() || !p.Policy.Span.Contains(before) {
		return nil, false
	}
	source, ok := syntax.Member(name, value)
	return []analysis.TextEdit{{Pos: before.Pos(), End: before.Pos(), NewText: []byte(source)}}, ok
}
