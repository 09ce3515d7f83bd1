package rules

import "github.com/iamlint/iamlint/policy"

// A measuredSize is the size of a policy that was measured.
type measuredSize struct {
	policySize
	policy *policy.Document
}

// size returns how long the policy is.
func (p *Pass) size() policySize {
	s := &p.shared.size
	if s.policy != p.Policy {
		s.policy, s.policySize = p.Policy, sizeOf(p.Policy)
	}
	return s.policySize
}

// sizeOf returns how long a policy is.
func sizeOf(d *policy.Document) policySize {
	m := measure{policySize: policySize{atLeast: d.Open()}}
	members := m.optional("Version", d.Version) + m.optional("Id", d.ID) + 1
	n := 0
	for _, s := range d.Statements {
		if s.Optional {
			m.atLeast = true
			continue
		}
		n++
		m.statement(s)
	}
	m.name("Statement")
	if n != 1 || d.StatementList != d.Statements[0].Span {
		m.object(n)
	}
	m.object(members)
	return m.policySize
}

// A measure goes through a policy and adds up its size.
type measure struct {
	policySize
	written bool // the statement is written as one object; else the language decides what is a list
}

// optional counts a member if it is there, and returns how many members that is.
func (m *measure) optional(name string, v *policy.Value) int {
	if v == nil {
		return 0
	}
	m.name(name)
	m.value(v)
	return 1
}

func (m *measure) statement(s *policy.Statement) {
	m.written = s.Members != nil
	members := m.optional("Sid", s.Sid) + m.optional("Effect", s.EffectValue) +
		m.principals("Principal", &s.Principal) + m.principals("NotPrincipal", &s.NotPrincipal) +
		m.element("Action", &s.Action) + m.element("NotAction", &s.NotAction) +
		m.element("Resource", &s.Resource) + m.element("NotResource", &s.NotResource) +
		m.conditions(&s.Condition)
	if s.EffectValue == nil && s.Effect != policy.NoEffect {
		m.name("Effect")
		m.add(len(`"Allow"`) - len("Allow") + len(s.Effect.String()))
		members++
	}
	m.object(members)
	m.atLeast = m.atLeast || s.Open()
}

func (m *measure) element(name string, l *policy.List) int {
	m.atLeast = m.atLeast || l.Open()
	if !l.Present() || !m.written && len(l.Values) == 0 {
		return 0
	}
	m.name(name)
	m.items(l)
	if m.written && !l.Scalar || len(l.Values) > 1 {
		m.object(len(l.Values))
	}
	return 1
}

// items counts the values of a list without what is around them.
func (m *measure) items(l *policy.List) {
	for i := range l.Values {
		if i < len(l.Bare) && l.Bare[i] {
			m.add(len(l.Values[i].Text()))
		} else {
			m.value(&l.Values[i])
		}
	}
}

func (m *measure) principals(name string, who *policy.Principals) int {
	m.atLeast = m.atLeast || who.Open()
	switch {
	case who.Star != nil:
		return m.optional(name, who.Star)
	case !who.Present() || !m.written && len(who.Sets) == 0:
		return 0
	}
	m.name(name)
	types := tally{}
	for i := range who.Sets {
		m.entry(types, &who.Sets[i].Type, &who.Sets[i].List)
	}
	m.object(len(types))
	return 1
}

func (m *measure) conditions(c *policy.Conditions) int {
	m.atLeast = m.atLeast || len(c.Rest) > 0
	if !c.Present() || !m.written && len(c.Entries) == 0 {
		return 0
	}
	m.name("Condition")
	operators := map[string]tally{}
	for i := range c.Entries {
		e := &c.Entries[i]
		keys, known := operators[e.Operator.String()]
		if !known {
			keys = tally{}
			operators[e.Operator.String()] = keys
			m.value(&e.Operator)
			m.add(len(":"))
		}
		m.entry(keys, &e.Variable, &e.List)
	}
	for _, keys := range operators {
		m.object(len(keys))
	}
	for i := range c.Idle {
		m.value(&c.Idle[i])
		m.add(len(":{}"))
	}
	m.object(len(operators) + len(c.Idle))
	return 1
}

// A tally is the names of an object that have been counted: one that several
// blocks give values to stands there once.
type tally map[string]bool

// entry counts a member that has a list.
func (m *measure) entry(counted tally, name *policy.Value, l *policy.List) {
	m.atLeast = m.atLeast || l.Open()
	if known := name.String(); !counted[known] {
		counted[known] = true
		m.value(name)
		m.add(len(":"))
		if m.written && !l.Scalar || len(l.Values) > 1 {
			m.add(len("[]"))
		}
	}
	m.items(l)
	m.add(max(len(l.Values)-1, 0))
}
