package jsondoc

// Member returns the source of a member of an object, with a comma.
func (s Syntax) Member(name, value string) (source string, ok bool) {
	name, ok = s.Quote(name)
	value, valid := s.Quote(value)
	return name + ": " + value + ", ", ok && valid
}
