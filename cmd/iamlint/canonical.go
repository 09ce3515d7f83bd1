package main

import (
	"bytes"
	"encoding/json"

	"github.com/iamlint/iamlint/policy"
)

// An object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

func (o *object) add(name string, value any) { *o = append(*o, member{name, value}) }

// MarshalJSON writes the members in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(m.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// canonical returns a policy in one form, however it was written: Statement is
// a list, and so is what holds one value or several. What is not known is
// written as ${expression}.
func canonical(d *policy.Document) object {
	o := object{}
	if d.Version != nil {
		o.add("Version", d.Version.String())
	}
	if d.ID != nil {
		o.add("Id", d.ID.String())
	}
	statements := []any{}
	for _, s := range d.Statements {
		statements = append(statements, statement(s))
	}
	for _, h := range d.MoreStatements {
		statements = append(statements, holeText(h))
	}
	o.add("Statement", statements)
	return o
}

func statement(s *policy.Statement) object {
	o := object{}
	if s.Sid != nil {
		o.add("Sid", s.Sid.String())
	}
	switch {
	case s.EffectValue != nil:
		o.add("Effect", s.EffectValue.String())
	case s.Effect != policy.NoEffect:
		o.add("Effect", s.Effect.String())
	}
	addPrincipals(&o, "Principal", s.Principal)
	addPrincipals(&o, "NotPrincipal", s.NotPrincipal)
	addList(&o, "Action", s.Action)
	addList(&o, "NotAction", s.NotAction)
	addList(&o, "Resource", s.Resource)
	addList(&o, "NotResource", s.NotResource)
	if s.Condition.Present() {
		o.add("Condition", conditions(s.Condition))
	}
	return o
}

func addList(o *object, name string, l policy.List) {
	if l.Present() {
		o.add(name, items(l))
	}
}

// items returns the values of a list, then what further ones are taken from.
func items(l policy.List) []string {
	all := []string{}
	for _, v := range l.Values {
		all = append(all, v.String())
	}
	for _, h := range l.Rest {
		all = append(all, holeText(h))
	}
	return all
}

func addPrincipals(o *object, name string, p policy.Principals) {
	switch {
	case !p.Present():
		return
	case p.Star != nil:
		o.add(name, p.Star.String())
		return
	}
	sets := object{}
	for _, set := range p.Sets {
		sets.add(set.Type.String(), items(set.List))
	}
	o.add(name, sets)
}

// conditions returns the entries by operator, in the order of first
// appearance.
func conditions(c policy.Conditions) object {
	all := object{}
	at := map[string]int{}
	for _, entry := range c.Entries {
		operator := entry.Operator.String()
		i, ok := at[operator]
		if !ok {
			i = len(all)
			at[operator] = i
			all.add(operator, object{})
		}
		keys := all[i].value.(object)
		keys.add(entry.Variable.String(), items(entry.List))
		all[i].value = keys
	}
	for _, idle := range c.Idle {
		if _, ok := at[idle.String()]; !ok {
			all.add(idle.String(), object{})
		}
	}
	return all
}

func holeText(h policy.Hole) string { return "${" + h.Expr + "}" }
