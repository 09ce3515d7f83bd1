package jsondoc

import "strings"

// Member returns the source of a member of an object, with a comma.
func (s Syntax) Member(name, value string) (source string, ok bool) {
	name, ok = s.Quote(name)
	value, valid := s.Quote(value)
	return name + ": " + value + ", ", ok && valid
}

// Entry returns the source of an entry of a Condition, with a comma.
func (s Syntax) Entry(operator, key, value string) (source string, ok bool) {
	operator, ok = s.Quote(operator)
	member, valid := s.Member(key, value)
	return operator + ": {" + strings.TrimSuffix(member, ", ") + "}, ", ok && valid
}
