package policy

// An Effect is what a statement does to the requests it matches.
type Effect uint8

// The effects. A statement whose effect is not known, or is neither, has none.
const (
	NoEffect Effect = iota
	Allow
	Deny
)

// String returns the effect as policies write it.
func (e Effect) String() string {
	switch e {
	case Allow:
		return "Allow"
	case Deny:
		return "Deny"
	}
	return ""
}

// A Statement is one statement of a document. Elements that it does not have
// are zero.
type Statement struct {
	Span
	Head  Span // a short stretch to point at: the opening brace, the block's name
	Index int  // in the document, from 0

	Sid    *Value // nil if there is none
	Effect Effect
	// EffectValue is the value of the element; nil if there is none, or the
	// language supplies it.
	EffectValue *Value

	Principal, NotPrincipal Principals
	Action, NotAction       List
	Resource, NotResource   List
	Condition               Conditions

	// Rest is what further elements are taken from, which cannot be known: if
	// there is any, nothing follows from the absence of an element.
	Rest []Hole

	// Members are all elements as they are written, in order; nil if the
	// statement is not written as one object.
	Members []Member

	// Optional says that the statement may not be there: it depends on a
	// condition that cannot be known, or stands for several.
	Optional bool
}

// SidText returns the statement's Sid if it has one and it is known.
func (s *Statement) SidText() string {
	if s.Sid == nil {
		return ""
	}
	text, _ := s.Sid.Literal()
	return text
}

// Open says whether the statement may have more elements than are known.
func (s *Statement) Open() bool { return len(s.Rest) > 0 }

// Actions returns the statement's Action or NotAction, and whether it is the
// latter.
func (s *Statement) Actions() (list List, not bool) {
	if s.NotAction.Present() {
		return s.NotAction, true
	}
	return s.Action, false
}

// Resources returns the statement's Resource or NotResource, and whether it is
// the latter.
func (s *Statement) Resources() (list List, not bool) {
	if s.NotResource.Present() {
		return s.NotResource, true
	}
	return s.Resource, false
}

// Mark returns what to point at when speaking of the whole statement: its Sid,
// or else its head.
func (s *Statement) Mark() Span {
	if s.Sid != nil && s.Sid.Text() != "" && s.Sid.IsValid() {
		return s.Sid.Span
	}
	return s.Head.Or(s.Span)
}
