package rules

import (
	"slices"
	"strings"
)

// isShifted says whether the wildcard in front of the account may stand for the
// account too, as one at the end of a field may: arn:aws:logs:*:log-group:app.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Resource".
func (p *Pass) isShifted(r *listedResource) bool {
	return strings.HasSuffix(r.arn.text(arnRegion), "*") &&
		slices.ContainsFunc(arnKinds(p.Catalog, r.arn.text(arnService)), func(k arnKind) bool {
			return slices.ContainsFunc(k.starts, func(start string) bool { return start != "" && r.mayStart(arnAccount, start) })
		})
}

// mayBeShiftedResource says whether the wildcard at the end of the account may
// stand for the start of the resource too.
func mayBeShiftedResource(r *listedResource, kinds []arnKind) bool {
	return strings.HasSuffix(r.arn.text(arnAccount), "*") && slices.ContainsFunc(kinds, func(k arnKind) bool {
		return slices.ContainsFunc(k.starts, func(start string) bool { return r.mayStart(arnResource, start) })
	})
}
