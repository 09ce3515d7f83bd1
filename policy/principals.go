package policy

// Principals is a Principal or NotPrincipal element.
type Principals struct {
	Span
	Key Span // the element's name

	// Star is the value if the element is a string: "*", unless it is a mistake.
	Star *Value

	Sets []PrincipalSet

	// Rest is what further principals are taken from, which cannot be known.
	Rest []Hole

	present bool
}

// A PrincipalSet is the principals of one type: "AWS", "Service", "Federated",
// "CanonicalUser".
type PrincipalSet struct {
	Type Value
	List
}

// NewPrincipals returns an element that is present.
func NewPrincipals(p Principals) Principals {
	p.present = true
	return p
}

// Present says whether the document has the element, be it empty.
func (p Principals) Present() bool { return p.present }

// Open says whether there may be more principals than are known.
func (p Principals) Open() bool {
	for _, set := range p.Sets {
		if set.Open() || !set.Type.Known() {
			return true
		}
	}
	return len(p.Rest) > 0 || p.Star != nil && !p.Star.Known()
}

// Empty says whether the element is there and certainly names nobody.
func (p Principals) Empty() bool {
	if !p.present || p.Open() || p.Star != nil && !p.Star.Is("") {
		return false
	}
	for _, set := range p.Sets {
		if len(set.Values) > 0 {
			return false
		}
	}
	return true
}

// All returns the values of one type; a lone "*" is of type "AWS".
func (p Principals) All(kind string) []Value {
	var all []Value
	if p.Star != nil && kind == "AWS" {
		all = append(all, *p.Star)
	}
	for _, set := range p.Sets {
		if set.Type.Is(kind) {
			all = append(all, set.Values...)
		}
	}
	return all
}

// Anyone returns the value that names everyone, if there is one: "*", as the
// element's value or under "AWS".
func (p Principals) Anyone() (Value, bool) {
	for _, v := range p.All("AWS") {
		if v.Is("*") {
			return v, true
		}
	}
	return Value{}, false
}
