package access

import "github.com/iamlint/iamlint/policy"

// A Verdict is what AWS decides on a request.
type Verdict uint8

// The verdicts. Undecided is a request of which it cannot be known.
const (
	Undecided Verdict = iota
	Allowed
	ImplicitDeny // nothing allows it
	ExplicitDeny // a Deny statement matches
)

// String returns "unknown", "allowed", "implicit_deny" or "explicit_deny".
func (v Verdict) String() string {
	return [...]string{"unknown", "allowed", "implicit_deny", "explicit_deny"}[v]
}

// Decide evaluates one policy alone. A condition key that the request's context
// does not have is absent.
//
// Source: AWS IAM User Guide, "Policy evaluation logic".
func Decide(d *policy.Document, r *Request) Verdict {
	return verdictOf(effects(d, newEvaluation(d, r, nil)))
}

// effects says whether a statement of the document allows the request, and
// whether one denies it.
func effects(d *policy.Document, e *evaluation) (allowed, denied Answer) {
	if d.Open() {
		allowed, denied = Unknown, Unknown
	}
	for _, s := range d.Statements {
		effect, known := effectOf(s)
		matches := e.matches(s)
		if !known || s.Optional || s.Open() {
			matches = matches.and(Unknown)
		}
		if !known || effect == policy.Allow {
			allowed = allowed.or(matches)
		}
		if !known || effect == policy.Deny {
			denied = denied.or(matches)
		}
	}
	return allowed, denied
}

func verdictOf(allowed, denied Answer) Verdict {
	switch {
	case denied == Yes:
		return ExplicitDeny
	case denied == No && allowed == Yes:
		return Allowed
	case denied == No && allowed == No:
		return ImplicitDeny
	}
	return Undecided
}

// effectOf returns the statement's effect, and whether it is known. A mistaken
// one is none.
func effectOf(s *policy.Statement) (effect policy.Effect, known bool) {
	return s.Effect, s.Effect != policy.NoEffect || s.EffectValue != nil && s.EffectValue.Known()
}
