package policy

// A Problem is a place where a document breaks the grammar of policies, so
// that it has no place in the model.
type Problem struct {
	Kind ProblemKind
	Span
	Element   string     // the element or, for UnknownElement, what was written
	Statement *Statement // nil outside of statements

	Want, Got string   // for WrongType: "a string or list of strings", "number"
	First     Span     // for DuplicateKey: the key's first appearance
	Siblings  []string // for UnknownElement: the elements that are there
}

// A ProblemKind is what a [Problem] is about.
type ProblemKind uint8

// The kinds of problems.
const (
	WrongType      ProblemKind = iota + 1 // the value has a JSON type that the element does not take
	UnknownElement                        // there is no element of that name
	DuplicateKey                          // the key is there twice; the last one counts
)
