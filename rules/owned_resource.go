package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// owned returns the resource that the policy is attached to, nil if it is not
// known.
func owned(d *policy.Document) *fitResource {
	if d.Owner == nil {
		return nil
	}
	l := listedResource{value: d.Owner}
	if l.arn, l.isARN = arnFieldsOf(d.Owner); !l.isARN {
		return nil
	}
	r := newFitResource(&l, false)
	return &r
}

// ownerTakes says whether the action may act on the resource that the policy is
// attached to, or on what is in it.
func ownerTakes(owner *fitResource, a *catalog.Action) bool {
	if owner.takes(a) {
		return true
	}
	return owner.isBucketOrObject(false) && workOn([]*catalog.Action{a}, true)
}

// isApartFrom says whether the resource certainly is neither the owner nor
// anything in it. Only what stands last in their ARNs is compared. An access
// point may be one to the owner; what a secret is called goes on with six
// characters that AWS adds.
func (r *fitResource) isApartFrom(owner *fitResource) bool {
	last := owner.arn.text(arnResource)
	if !owner.arn.known(arnResource) || !r.arn.known(arnResource) || strings.Contains(r.arn.text(arnResource), "${") ||
		strings.HasPrefix(r.start, "accesspoint/") {
		return false
	}
	within := []string{"", "/*", ":*"}
	if owner.vendor == "secretsmanager" {
		within = append(within, "-??????")
	}
	for _, in := range within {
		whole := access.ResourcePattern(policy.NewValue(policy.Span{}, "arn:*:*:*:*:"+last+in), false)
		if r.pattern().Overlaps(whole) != access.No {
			return false
		}
	}
	return true
}

// verbOf says what a statement does.
func verbOf(s *policy.Statement) string {
	if s.Effect == policy.Deny {
		return "deny"
	}
	return "grant"
}

func allWildcardOnly(actions []*catalog.Action) bool {
	for _, a := range actions {
		if !a.WildcardOnly() {
			return false
		}
	}
	return true
}

func anyTaken(owner *fitResource, actions []*catalog.Action) bool {
	for _, a := range actions {
		if ownerTakes(owner, a) {
			return true
		}
	}
	return false
}
