package policy

import "strings"

// An ARN is a value taken apart into the six fields of an Amazon Resource Name.
// Fields may hold wildcards and holes; the resource may hold colons.
//
// Source: AWS General Reference, "Amazon Resource Names (ARNs)".
type ARN struct {
	Partition, Service, Region, Account, Resource Value
}

// ParseARN takes the value apart. It is not ok if the value does not start with
// "arn:", has fewer than six fields, or a hole may hold one of the colons.
func ParseARN(v Value) (ARN, bool) {
	first, rest, ok := v.Cut(':')
	if !ok || !first.Is("arn") {
		return ARN{}, false
	}
	var a ARN
	for _, field := range []*Value{&a.Partition, &a.Service, &a.Region, &a.Account} {
		if *field, rest, ok = rest.Cut(':'); !ok {
			return ARN{}, false
		}
	}
	a.Resource = rest
	return a, true
}

// Fields returns the fields after "arn".
func (a ARN) Fields() [5]Value {
	return [...]Value{a.Partition, a.Service, a.Region, a.Account, a.Resource}
}

// HasWildcard says whether the known text has * or ?.
func (v Value) HasWildcard() bool { return strings.ContainsAny(v.text, "*?") }

// AllWildcard says whether the value is one or more * and nothing else.
func (v Value) AllWildcard() bool {
	return v.Known() && v.text != "" && strings.Trim(v.text, "*") == ""
}
