package rules

import (
	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/policy"
)

// Replace returns the edits that write another text in place of the value, in
// the language that it is written in.
func (p *Pass) Replace(v policy.Value, text string) ([]analysis.TextEdit, bool) {
	if !v.IsValid() || !v.Known() {
		return nil, false
	}
	source, ok := p.quote(v, text)
	return []analysis.TextEdit{{Pos: v.Pos(), End: v.End(), NewText: []byte(source)}}, ok
}

// quote returns the source of a text where the value stands.
func (p *Pass) quote(v policy.Value, text string) (source string, ok bool) {
	syntax := v.Syntax()
	if syntax == nil && p.Policy != nil {
		syntax = p.Policy.Syntax
	}
	if syntax == nil {
		return "", false
	}
	return syntax.Quote(text)
}

// Delete returns the edits that take the i'th value out of a list.
func (p *Pass) Delete(l policy.List, i int) ([]analysis.TextEdit, bool) {
	at, ok := l.Remove(i)
	return deletion(at), ok
}

// DeleteElement returns the edits that take an element out of a statement, or
// out of the document where the statement is nil.
func (p *Pass) DeleteElement(s *policy.Statement, element string) ([]analysis.TextEdit, bool) {
	remove := p.Policy.Remove
	if s != nil {
		remove = s.Remove
	}
	at, ok := remove(element)
	return deletion(at), ok && p.Policy.Syntax != nil
}

// DeleteEntry returns the edits that take the i'th entry out of the statement's
// Condition, and the whole element where it has no other.
func (p *Pass) DeleteEntry(s *policy.Statement, i int) ([]analysis.TextEdit, bool) {
	if len(s.Condition.Entries) == 1 && len(s.Condition.Members) == 1 {
		return p.DeleteElement(s, "Condition")
	}
	at, ok := s.Condition.Remove(i)
	return deletion(at), ok && p.Policy.Syntax != nil
}

// DeleteIdle returns the edits that take the i'th operator without entries out
// of the statement's Condition.
func (p *Pass) DeleteIdle(s *policy.Statement, i int) ([]analysis.TextEdit, bool) {
	at, ok := s.Condition.RemoveIdle(i)
	return deletion(at), ok && p.Policy.Syntax != nil
}

func deletion(at policy.Span) []analysis.TextEdit {
	return []analysis.TextEdit{{Pos: at.Pos(), End: at.End()}}
}

// Append returns the edits that add a value at the end of a list; of a single
// string they make a list of two.
func (p *Pass) Append(l policy.List, text string) ([]analysis.TextEdit, bool) {
	if len(l.Values) == 0 || l.Open() {
		return nil, false
	}
	last := l.Values[len(l.Values)-1]
	source, ok := p.quote(last, text)
	if !ok || !last.IsValid() || !l.Contains(last.Span) {
		return nil, false
	}
	after := analysis.TextEdit{Pos: last.End(), End: last.End(), NewText: []byte(", " + source)}
	if !l.Scalar {
		return []analysis.TextEdit{after}, l.Written
	}
	after.NewText = append(after.NewText, ']')
	return []analysis.TextEdit{{Pos: last.Pos(), End: last.Pos(), NewText: []byte("[")}, after}, true
}

// InsertMember returns the edits that add a member to an object of the policy,
// in front of the member whose name stands at a place.
func (p *Pass) InsertMember(before policy.Span, name, value string) ([]analysis.TextEdit, bool) {
	return p.insert(before, func(s policy.MemberSyntax) (string, bool) { return s.Member(name, value) })
}

// InsertEntry returns the edits that add an entry to a Condition that has some,
// under an operator that it does not have.
func (p *Pass) InsertEntry(c policy.Conditions, operator, key, value string) ([]analysis.TextEdit, bool) {
	if len(c.Members) == 0 {
		return nil, false
	}
	return p.insert(c.Members[0].Span, func(s policy.MemberSyntax) (string, bool) { return s.Entry(operator, key, value) })
}

func (p *Pass) insert(before policy.Span, source func(policy.MemberSyntax) (string, bool)) ([]analysis.TextEdit, bool) {
	syntax, ok := p.Policy.Syntax.(policy.MemberSyntax)
	if !ok || !before.IsValid() || !p.Policy.Span.Contains(before) {
		return nil, false
	}
	text, ok := source(syntax)
	return []analysis.TextEdit{{Pos: before.Pos(), End: before.Pos(), NewText: []byte(text)}}, ok
}
