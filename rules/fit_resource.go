package rules

import (
	"slices"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
)

// A fitResource is a value of a statement's Resource, to be asked which actions
// may act on it.
type fitResource struct {
	*listedResource
	vendor string
	start  string // of the last field, up to what is not literal
	open   bool   // may be a resource of any action
	used   bool   // an action of the statement may act on it

	modern   bool
	compiled *access.Pattern
}

func newFitResource(listed *listedResource, modern bool) fitResource {
	r := fitResource{listedResource: listed, modern: modern, open: true}
	if !r.isARN {
		return r
	}
	vendor, literal := r.arn.literal(arnService)
	text, at := r.value.Text(), r.arn.start[arnResource]
	if !literal || isTemplate(text[:at]) || isTemplate(withoutVariables(text[at:])) {
		return r
	}
	r.vendor, r.open = vendor, false
	r.start, _ = r.literalStart(arnResource)
	return r
}

func (r *fitResource) pattern() *access.Pattern {
	if r.compiled == nil {
		r.compiled = access.ResourcePattern(named(*r.value), r.modern)
	}
	return r.compiled
}

// takes says whether the action may act on the resource.
func (r *fitResource) takes(a *catalog.Action) bool {
	if r.open {
		return true
	}
	if a.WildcardOnly() {
		return r.isAllOf(a.Service()) || r.mayBeAskedFor(a)
	}
	for _, f := range resourceFormsOf(a) {
		if f.vendor == "" || f.vendor == r.vendor && f.mayBe(r) {
			return true
		}
	}
	return r.maybeTaken(a)
}

// exists says whether there is a type of resources that it may be of.
func (r *fitResource) exists(c *catalog.Catalog) bool {
	return slices.ContainsFunc(arnKinds(c, r.vendor), func(k arnKind) bool { return resourceFormOf(k.format).mayBe(r) })
}
