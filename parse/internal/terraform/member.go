package terraform

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

const (
	equals = " = " // between name and value in HCL
	colon  = ": "  // in JSON
)

// Member returns the source of a member of an object, with a comma.
func (s inHCL) Member(name, value string) (string, bool) { return member(s, name, equals, value) }

// Member returns the source of a member of an object, with a comma.
func (s inHeredoc) Member(name, value string) (string, bool) { return member(s, name, colon, value) }

// Member returns the source of a member of an object, with a comma.
func (s inQuotes) Member(name, value string) (string, bool) { return member(s, name, colon, value) }

// Entry returns the source of an entry of a Condition, with a comma.
func (s inHCL) Entry(operator, key, value string) (string, bool) {
	return conditionEntry(s, equals, operator, key, value)
}

// Entry returns the source of an entry of a Condition, with a comma.
func (s inHeredoc) Entry(operator, key, value string) (string, bool) {
	return conditionEntry(s, colon, operator, key, value)
}

// Entry returns the source of an entry of a Condition, with a comma.
func (s inQuotes) Entry(operator, key, value string) (string, bool) {
	return conditionEntry(s, colon, operator, key, value)
}

func member(s policy.Syntax, name, between, value string) (string, bool) {
	name, ok := s.Quote(name)
	value, valid := s.Quote(value)
	return name + between + value + ", ", ok && valid
}

func conditionEntry(s policy.Syntax, between, operator, key, value string) (string, bool) {
	operator, ok := s.Quote(operator)
	inner, valid := member(s, key, between, value)
	return operator + between + "{" + strings.TrimSuffix(inner, ", ") + "}, ", ok && valid
}
