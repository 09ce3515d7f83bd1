package rules

import (
	"unicode/utf8"

	"github.com/iamlint/iamlint/policy"
)

// sizeOf returns how many characters the policy has at least, as JSON without
// white space. What is not known counts nothing.
func sizeOf(d *policy.Document) int {
	n := len(`{"Statement":[]}`)
	if d.Version != nil {
		n += len(`"Version":,`) + quotedSize(*d.Version)
	}
	if d.ID != nil {
		n += len(`"Id":,`) + quotedSize(*d.ID)
	}
	for i, s := range d.Statements {
		if i > 0 {
			n++
		}
		if !s.Optional {
			n += statementSize(s)
		}
	}
	return n
}

func statementSize(s *policy.Statement) int {
	n := len(`{"Effect":"Deny"}`)
	if s.Sid != nil {
		n += len(`"Sid":,`) + quotedSize(*s.Sid)
	}
	n += elementSize("Action", s.Action) + elementSize("NotAction", s.NotAction) +
		elementSize("Resource", s.Resource) + elementSize("NotResource", s.NotResource)
	for _, p := range []policy.Principals{s.Principal, s.NotPrincipal} {
		if p.Present() {
			n += len(`"Principal":{},`)
		}
		for _, set := range p.Sets {
			n += elementSize(set.Type.Text(), set.List)
		}
	}
	for _, e := range s.Condition.Entries {
		n += len(`{}`) + elementSize(e.Variable.Text(), e.List)
	}
	return n
}

// elementSize returns the size of a member with its comma.
func elementSize(name string, l policy.List) int {
	if !l.Present() {
		return 0
	}
	n := len(name) + len(`"":,`)
	for _, v := range l.Values {
		n += quotedSize(v)
	}
	if len(l.Values) > 1 {
		n += len(l.Values) + 1 // brackets and commas
	}
	return n
}

func quotedSize(v policy.Value) int { return utf8.RuneCountInString(v.Text()) + 2 }
