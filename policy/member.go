package policy

// A Member is one member of an object that is written in the source: an element
// of a document or statement, or what stands under one operator of a Condition.
type Member struct {
	Name string
	Span // from the name to the value
}

// withoutMember returns what to delete from the source so that a member goes,
// with the comma. It is not ok if there is no such member, or no other.
func withoutMember(members []Member, is func(Member) bool) (Span, bool) {
	for i, m := range members {
		switch {
		case !is(m) || len(members) < 2:
		case i > 0:
			return Span{members[i-1].end, m.end}, true
		default:
			return Span{m.pos, members[1].pos}, true
		}
	}
	return Span{}, false
}

func withoutElement(members []Member, name string) (Span, bool) {
	return withoutMember(members, func(m Member) bool { return m.Name == name })
}

// Remove returns what to delete from the source so that the element goes. It is
// not ok if the document does not have it, or nothing else, or is not written as
// one object.
func (d *Document) Remove(element string) (Span, bool) { return withoutElement(d.Members, element) }

// Remove returns what to delete from the source so that the element goes. It is
// not ok if the statement does not have it, or nothing else, or is not written
// as one object.
func (s *Statement) Remove(element string) (Span, bool) { return withoutElement(s.Members, element) }

// Member returns where the element stands, from its name to its value, if the
// statement has it and is written as one object.
func (s *Statement) Member(element string) (Span, bool) {
	for _, m := range s.Members {
		if m.Name == element {
			return m.Span, true
		}
	}
	return Span{}, false
}

// Remove returns what to delete from the source so that the i'th entry goes,
// with its operator if that has no other. It is not ok if there is no other
// operator, or the element is not written as one object.
func (c Conditions) Remove(i int) (Span, bool) {
	operator := c.Entries[i].Operator.Span
	var siblings []Member
	for _, e := range c.Entries {
		if e.Operator.Span == operator {
			siblings = append(siblings, Member{Name: e.Variable.Text(), Span: e.Span})
		}
	}
	if len(siblings) == 1 {
		return withoutMember(c.Members, func(m Member) bool { return m.pos == operator.pos })
	}
	if len(c.Members) == 0 || !increasing(siblings, c.Span) {
		return Span{}, false
	}
	return withoutMember(siblings, func(m Member) bool { return m.Span == c.Entries[i].Span })
}

// RemoveIdle returns what to delete from the source so that the i'th operator
// without entries goes. It is not ok if there is no other operator, or the
// element is not written as one object.
func (c Conditions) RemoveIdle(i int) (Span, bool) {
	at := c.Idle[i].pos
	return withoutMember(c.Members, func(m Member) bool { return m.pos == at })
}

// WrittenMembers returns the members of an object at the span if they are
// written there one after the other, and else nil: only then can one be taken
// out.
func WrittenMembers(members []Member, at Span) []Member {
	if !at.IsValid() || !increasing(members, at) {
		return nil
	}
	return members
}

func increasing(members []Member, within Span) bool {
	last := within.pos
	for _, m := range members {
		if !m.IsValid() || m.pos < last || m.end < m.pos {
			return false
		}
		last = m.end
	}
	return last <= within.end
}
