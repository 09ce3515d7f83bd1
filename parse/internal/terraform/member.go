package terraform

import "github.com/iamlint/iamlint/policy"

// Member returns the source of a member of an object, with a comma.
func (s inHCL) Member(name, value string) (string, bool) { return member(s, name, " = ", value) }

// Member returns the source of a member of an object, with a comma.
func (s inHeredoc) Member(name, value string) (string, bool) { return member(s, name, ": ", value) }

// Member returns the source of a member of an object, with a comma.
func (s inQuotes) Member(name, value string) (string, bool) { return member(s, name, ": ", value) }

func member(s policy.Syntax, name, between, value string) (string, bool) {
	name, ok := s.Quote(name)
	value, valid := s.Quote(value)
	return name + between + value + ", ", ok && valid
}
