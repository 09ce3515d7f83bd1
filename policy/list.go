package policy

// A List is what an element holds that takes a string or several: Action,
// Resource, and so on.
type List struct {
	Span        // the value: a string, or a list with its brackets
	Key    Span // the element's name
	Values []Value

	// Rest is what further values are taken from, which cannot be known.
	Rest []Hole

	// Scalar says that the value is a single string, not a list.
	Scalar bool

	// Bare says which values are numbers or booleans, not strings; nil if none
	// is.
	Bare []bool

	// Written says that all values are items of the list at Span, so that one
	// can be taken out of it.
	Written bool

	present bool
}

// NewList returns a list that is present.
func NewList(l List) List {
	l.present = true
	return l
}

// Present says whether the document has the element, be it empty.
func (l List) Present() bool { return l.present }

// Open says whether there may be more values than are known.
func (l List) Open() bool { return len(l.Rest) > 0 }

// Known says whether all values are known, and all of each.
func (l List) Known() bool {
	for _, v := range l.Values {
		if !v.Known() {
			return false
		}
	}
	return !l.Open()
}

// Empty says whether the element is there and certainly has no values.
func (l List) Empty() bool { return l.present && !l.Open() && len(l.Values) == 0 }

// Remove returns what to delete from the source so that the i'th value goes
// from the list, with a comma. It is not ok if the list is not written as one,
// or holds nothing else, or if what it is to be taken out between is written
// elsewhere, such as in a local value.
func (l List) Remove(i int) (Span, bool) {
	if !l.Written || l.Scalar || len(l.Values) < 2 {
		return Span{}, false
	}
	first, second := l.Values[max(i-1, 0)].Span, l.Values[max(i, 1)].Span
	if !l.Contains(first) || !l.Contains(second) || first.end > second.pos {
		return Span{}, false
	}
	if i > 0 {
		return Span{first.end, second.end}, true
	}
	return Span{first.pos, second.pos}, true
}
