package policy

// Conditions is a Condition element. All of its entries must be true for the
// statement to match.
type Conditions struct {
	Span
	Key     Span // the element's name
	Entries []Condition
	Idle    []Value // operators that no entry has

	// Members are what stands under each operator, in order; nil if the element
	// is not written as one object.
	Members []Member

	// Rest is what further entries are taken from: they cannot be known, and
	// may restrict the statement.
	Rest []Hole

	present bool
}

// A Condition is one entry: an operator, a key and the values it is compared
// with.
type Condition struct {
	Span           // from the key to the values
	Operator Value // with set prefix and IfExists, as written: "ForAnyValue:StringLike"
	Variable Value // the condition key: "aws:SourceArn"
	List           // what the key is compared with
}

// NewConditions returns an element that is present.
func NewConditions(c Conditions) Conditions {
	c.present = true
	return c
}

// Present says whether the document has the element, be it empty.
func (c Conditions) Present() bool { return c.present }

// Restricts says whether the element has, or may have, entries. What they say
// is not looked at.
func (c Conditions) Restricts() bool { return len(c.Rest) > 0 || len(c.Entries) > 0 }
