package rules

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// A Finding is a diagnostic with what only iamlint knows about it. Its
// Category is the rule's name.
type Finding struct {
	analysis.Diagnostic
	Rule     *Rule
	Kind     Kind     // the rule's, unless this finding differs
	Severity Severity // the rule's or the kind's, unless this finding differs

	Policy    *policy.Document  // nil if the finding is about no policy
	Statement *policy.Statement // nil if it is about none
	Principal string            // address of the user, group or role, if it is about one

	// Subject is what the finding is about besides the statement, normalised:
	// an action, a resource. It goes into the fingerprint. Empty is the text at
	// the finding's position.
	Subject string

	Witness *access.Request // a request that proves it, or nil
	proof   proof
}

// A proof is how to find a witness once it is known that the finding is kept.
type proof struct {
	of      *access.Analysis
	actions []string // or patterns, to be tried in order
	// outsider says that the request is to be by somebody of whom the policy knows
	// nothing.
	outsider bool
}

// As gives the finding a kind and, unless it is zero, a severity that are not
// the rule's.
func (f *Finding) As(kind Kind, severity Severity) *Finding {
	f.Kind, f.Severity = kind, severity
	return f
}

// AddRelated adds another place that the finding is about.
func (f *Finding) AddRelated(at analysis.Range, format string, args ...any) *Finding {
	if at.Pos().IsValid() {
		f.Diagnostic.Related = append(f.Diagnostic.Related, analysis.RelatedInformation{
			Pos: at.Pos(), End: at.End(), Message: fmt.Sprintf(format, args...),
		})
	}
	return f
}

// Fix adds a way to mend it. Edits that could not be made are left out, and
// then so is the fix.
func (f *Finding) Fix(message string, edits []analysis.TextEdit, ok bool) *Finding {
	if ok {
		f.SuggestedFixes = append(f.SuggestedFixes, analysis.SuggestedFix{Message: message, TextEdits: edits})
	}
	return f
}

// Prove adds a request that the statement lets through, if there is one, for
// one of the actions or patterns.
func (f *Finding) Prove(of *access.Analysis, actions ...string) *Finding {
	f.proof = proof{of: of, actions: actions}
	return f
}

// ProveOutsider adds a request that the statement lets somebody through with of
// whom the policy knows nothing, if there is one.
func (f *Finding) ProveOutsider(of *access.Analysis, actions ...string) *Finding {
	f.proof = proof{of, actions, true}
	return f
}

// prove looks for the witness.
func (f *Finding) prove() {
	for _, a := range f.proof.actions {
		if f.proof.outsider {
			f.Witness, _ = f.proof.of.Outsider(f.Statement, a)
		} else {
			f.Witness = f.proof.of.Witness(f.Statement, a)
		}
		if f.Witness != nil {
			break
		}
	}
	f.proof = proof{} // not to keep what it takes
}
