package main

import (
	"strconv"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// An unknown is a part of a policy that cannot be known from the files.
type unknown struct {
	Path       string `json:"path"` // JSON pointer into the canonical form, to the part or what it is missing from
	Expression string `json:"expression"`
	Form       string `json:"form,omitempty"` // the value with * for what is not known
}

// unknowns returns the unknown parts of a policy, in the order of its
// canonical form.
func unknowns(d *policy.Document) []unknown {
	u := unknownsIn{}
	u.rest("", d.Rest)
	u.value("/Version", d.Version)
	u.value("/Id", d.ID)
	for i, s := range d.Statements {
		u.statement("/Statement/"+strconv.Itoa(i), s)
	}
	for i, h := range d.MoreStatements {
		u.hole("/Statement/"+strconv.Itoa(len(d.Statements)+i), h)
	}
	return u.found
}

type unknownsIn struct{ found []unknown }

func (u *unknownsIn) statement(path string, s *policy.Statement) {
	u.rest(path, s.Rest)
	u.value(path+"/Sid", s.Sid)
	u.value(path+"/Effect", s.EffectValue)
	u.principals(path+"/Principal", s.Principal)
	u.principals(path+"/NotPrincipal", s.NotPrincipal)
	u.list(path+"/Action", s.Action)
	u.list(path+"/NotAction", s.NotAction)
	u.list(path+"/Resource", s.Resource)
	u.list(path+"/NotResource", s.NotResource)
	for _, c := range s.Condition.Entries {
		key := path + "/Condition/" + pointerToken(c.Operator.String()) + "/" + pointerToken(c.Variable.String())
		u.value(key, &c.Operator)
		u.value(key, &c.Variable)
		u.list(key, c.List)
	}
	u.rest(path+"/Condition", s.Condition.Rest)
}

func (u *unknownsIn) principals(path string, p policy.Principals) {
	u.value(path, p.Star)
	for _, set := range p.Sets {
		key := path + "/" + pointerToken(set.Type.String())
		u.value(key, &set.Type)
		u.list(key, set.List)
	}
	u.rest(path, p.Rest)
}

func (u *unknownsIn) list(path string, l policy.List) {
	for i := range l.Values {
		u.value(path+"/"+strconv.Itoa(i), &l.Values[i])
	}
	for i, h := range l.Rest {
		u.hole(path+"/"+strconv.Itoa(len(l.Values)+i), h)
	}
}

// value adds the unknown parts of a string: each expression once.
func (u *unknownsIn) value(path string, v *policy.Value) {
	if v == nil || v.Known() {
		return
	}
	seen := map[string]bool{}
	for _, h := range v.Holes() {
		if !seen[h.Expr] {
			seen[h.Expr] = true
			u.found = append(u.found, unknown{path, h.Expr, v.Shape()})
		}
	}
}

// rest adds what further members of an object are taken from.
func (u *unknownsIn) rest(path string, holes []policy.Hole) {
	for _, h := range holes {
		u.hole(path, h)
	}
}

func (u *unknownsIn) hole(path string, h policy.Hole) {
	u.found = append(u.found, unknown{Path: path, Expression: h.Expr})
}

var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

// pointerToken escapes a name for a JSON pointer.
func pointerToken(name string) string { return pointerEscapes.Replace(name) }
