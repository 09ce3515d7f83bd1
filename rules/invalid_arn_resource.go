package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// InvalidARNResource reports ARNs of services that have no such resources.
var InvalidARNResource = &Rule{
	Name: "invalid-arn-resource",
	Kind: Warning,
	Doc: `the service has no resource type of this form

What stands behind the account in an ARN says which type of resource it is, in
the way of its service: role/NAME, table/NAME, function:NAME. Most other text
matches nothing. AWS's list of types is not complete, so this is a warning; it is
an error for the few services of which all types are known, such as IAM.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "lambda:InvokeFunction",
  "Resource": "arn:aws:lambda:us-east-1:111122223333:«resize»"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "lambda:InvokeFunction",
  "Resource": "arn:aws:lambda:us-east-1:111122223333:function:resize"}}`,
	Run: invalidARNResource,
}

func invalidARNResource(pass *Pass) {
	for r := range pass.listedARNs() {
		service := r.arn.text(arnService)
		if r.arn.text(arnResource) == "*" || pass.hasKind(r) {
			continue
		}
		kinds := arnKinds(pass.Catalog, service)
		if len(kinds) == 0 || r.mayBeFact("type") || pass.isShifted(r) || mayBeShiftedResource(r, kinds) || pass.actsOnAnyVendor(r) {
			continue
		}
		f := pass.Reportf(r.statement, r.arn.field(arnResource), "%s: no %s resource type has that form%s", r.value, service, nearestForm(r, kinds))
		if r.mayBeFact("complete") {
			f.As(Error, 0)
		}
	}
}

// hasKind says whether the resource may be of some kind.
func (p *Pass) hasKind(r *listedResource) bool {
	for range p.kindsOf(r) {
		return true
	}
	return false
}

// nearestForm returns what is probably meant, to be added to a message.
func nearestForm(r *listedResource, kinds []arnKind) string {
	var words []string
	for _, k := range kinds {
		if i := strings.IndexAny(k.starts[0], "/:"); i > 0 && !slices.Contains(words, k.starts[0][:i]) {
			words = append(words, k.starts[0][:i])
		}
	}
	word, _, _ := strings.Cut(strings.ReplaceAll(r.arn.text(arnResource), ":", "/"), "/")
	if near, ok := catalog.Nearest(word, words); ok {
		return "; did you mean " + near + "?"
	}
	return ""
}
