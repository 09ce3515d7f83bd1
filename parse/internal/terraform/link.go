package terraform

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// link joins identities and policies in both directions: each policy learns
// who has it, and a boundary is the document that is judged as one.
func link(s *policy.Scope) {
	for _, f := range s.Identities {
		if b := f.Boundary; b != nil && b.Document != nil {
			b.Document = as(policy.Boundary, b.Document, s.Policies)
		}
		for i := range f.Policies {
			a := &f.Policies[i]
			if a.Document == nil {
				continue
			}
			if f.Type != policy.PermissionSetIdentity {
				a.Document = as(policy.Identity, a.Document, s.Policies)
			}
			a.Document.AttachedTo = append(a.Document.AttachedTo, f.Address)
		}
	}
	for _, d := range s.Policies {
		slices.Sort(d.AttachedTo)
		d.AttachedTo = slices.Compact(d.AttachedTo)
	}
}

// as returns the document, or the twin of it that is of the kind.
func as(kind policy.Kind, d *policy.Document, all []*policy.Document) *policy.Document {
	if d.Kind == kind {
		return d
	}
	for _, twin := range all {
		if twin.Kind == kind && (twin.Twin == d || twin == d.Twin || twin.Twin != nil && twin.Twin == d.Twin) {
			return twin
		}
	}
	return d
}
