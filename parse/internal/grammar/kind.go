package grammar

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// GuessKind returns the kind that the text of the document speaks for, and
// the service of the resource if it is a resource policy that names one.
//
// Who has a permission is known to an identity policy by where it is attached;
// all others say it. Of these, only a trust policy does without resources.
func GuessKind(d *policy.Document) (kind policy.Kind, service string) {
	principal, resource, open := false, false, d.Open()
	for _, s := range d.Statements {
		principal = principal || s.Principal.Present() || s.NotPrincipal.Present()
		resource = resource || s.Resource.Present() || s.NotResource.Present()
		open = open || s.Open()
	}
	service, same := actionService(d)
	switch {
	case len(d.Statements) == 0:
		return policy.Unknown, ""
	case !principal && open:
		return policy.Unknown, ""
	case !principal:
		return policy.Identity, ""
	case !resource && !open && same && service == "sts":
		return policy.Trust, ""
	}
	return policy.Resource, service
}

// actionService returns the service that all actions are of, if there is one.
func actionService(d *policy.Document) (service string, same bool) {
	for _, s := range d.Statements {
		actions, not := s.Actions()
		if not || actions.Open() {
			return "", false
		}
		for _, a := range actions.Values {
			name, _, ok := strings.Cut(a.Prefix(), ":")
			name = strings.ToLower(name)
			if !ok || strings.ContainsAny(name, "*?") || service != "" && service != name {
				return "", false
			}
			service = name
		}
	}
	return service, service != ""
}
