package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

func hasResource(s *policy.Statement) bool { return s.Resource.Present() || s.NotResource.Present() }

func hasPrincipal(s *policy.Statement) bool { return s.Principal.Present() || s.NotPrincipal.Present() }

// needsResource returns what says whether a statement of the document must
// have a Resource or NotResource.
//
// A policy whose kind is guessed, and that names principals, may be that of a
// role, or of something else that takes no resources, unless another statement
// has some.
func needsResource(d *policy.Document) func(*policy.Statement) bool {
	needs := d.Kind != policy.Unknown && d.Kind != policy.Trust && !d.NoResource
	principals, resources := 0, 0
	if needs && d.Guessed {
		principals, resources = countElements(d)
	}
	return func(s *policy.Statement) bool {
		return needs && (principals == 0 || resources > 0 && !onlySTS(s))
	}
}

// needsPrincipal says whether statements of the document must have a Principal
// or NotPrincipal. One whose kind is guessed is not an identity policy with
// too much in it if most statements have one.
func needsPrincipal(d *policy.Document) bool {
	if d.Service == "iot" || !d.Kind.Is(policy.Resource|policy.Trust|policy.RCP|policy.VPCEndpoint) {
		return false
	}
	if !d.Guessed {
		return true
	}
	principals, _ := countElements(d)
	return 2*principals > len(d.Statements)
}

// countElements returns how many statements name principals and resources.
func countElements(d *policy.Document) (principals, resources int) {
	for _, s := range d.Statements {
		if hasPrincipal(s) {
			principals++
		}
		if hasResource(s) {
			resources++
		}
	}
	return principals, resources
}

// onlySTS says whether the statement is about no other service, as those of
// trust policies are.
func onlySTS(s *policy.Statement) bool {
	actions, _ := s.Actions()
	for _, a := range actions.Values {
		if !strings.HasPrefix(strings.ToLower(a.Prefix()), "sts:") {
			return false
		}
	}
	return true
}
