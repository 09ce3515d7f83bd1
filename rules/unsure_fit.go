package rules

import (
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// Where the service reference is known to be incomplete, an action may act on
// resources that it does not name. None of this is so for Amazon S3.

// maybeTaken says whether the action may act on the resource although it is
// not of a type that the reference names for it: a resource of the action's own
// service, if the action is one on tags, which most types have, or makes the
// resource, or needs none of the service's.
func (r *fitResource) maybeTaken(a *catalog.Action) bool {
	s := a.Service()
	if r.isTakenInPractice(a) {
		return true
	}
	if s.Prefix() == "s3" {
		return r.vendor == "s3" && !(r.isEmpty(arnRegion) && r.isEmpty(arnAccount))
	}
	if !r.isRelatedTo(s) {
		return false
	}
	if r.vendor == "logs" && strings.HasPrefix(r.start, "log-group:") {
		return true // that the streams of a group need more is a matter of its own
	}
	if a.Levels.Has(catalog.Tagging) || strings.Contains(a.Name, "Tag") || makesResources(a) {
		return true
	}
	for _, t := range a.Resources() {
		if t.Required && isOfVendor(s.ResourceType(t.Type), r.vendor) {
			return false
		}
	}
	return true
}

// makesResources says whether the action makes something that may have a name
// before.
func makesResources(a *catalog.Action) bool {
	return hasPrefixOf(a.Name, []string{"Create", "Import", "Register"})
}

// mayBeAskedFor says whether AWS may ask for the resource in a request for an
// action that takes none by the reference. Where resources are to be listed, some
// services ask for a pattern of all, such as arn:aws:iam::111122223333:role/ or a
// table/*; where they are not, the reference may lack the type.
func (r *fitResource) mayBeAskedFor(a *catalog.Action) bool {
	if !r.isRelatedTo(a.Service()) || isListedWildcardOnly(a.FullName()) {
		return false
	}
	if !hasPrefixOf(a.Name, []string{"List", "Describe", "Search"}) {
		return true
	}
	last := r.arn.text(arnResource)
	return !r.arn.known(arnResource) || strings.HasSuffix(last, "*") || strings.HasSuffix(last, "}")
}

// isRelatedTo says whether the resource is one of the service or of a part of it.
func (r *fitResource) isRelatedTo(s *catalog.Service) bool {
	prefix := s.Prefix()
	if strings.HasPrefix(r.vendor, prefix) || strings.HasPrefix(prefix, r.vendor) {
		return true // such as ssm and ssmmessages
	}
	if strings.HasSuffix(r.vendor, "connections") && strings.HasSuffix(prefix, "connections") {
		return true // codestar-connections became codeconnections, and either has the ARNs of both
	}
	types := s.ResourceTypes()
	for i := range types {
		if isOfVendor(&types[i], r.vendor) {
			return true
		}
	}
	return false
}

func isOfVendor(t *catalog.ResourceType, vendor string) bool {
	for _, format := range t.ARNs {
		if resourceFormOf(format).vendor == vendor {
			return true
		}
	}
	return false
}

// isAllOf says whether the resource stands for everything of a service, as "*"
// does for actions that take no resource.
func (r *fitResource) isAllOf(s *catalog.Service) bool {
	last := r.arn.text(arnResource)
	return last != "" && r.arn.known(arnResource) && strings.Trim(last, "*") == "" && r.isRelatedTo(s)
}
