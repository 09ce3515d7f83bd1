package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// absences are the condition keys, in lower case, that guard by what they are
// and that requests may come without, with when those do. Keys that end in a
// slash are prefixes.
//
// Source: AWS IAM User Guide, "AWS global condition context keys".
var absences = map[string]string{
	"aws:multifactorauthage": "without MFA",
	"aws:principalorgid":     "when the caller's account is in no organization",
	"aws:principalorgpaths":  "when the caller's account is in no organization",
	"aws:principaltag/":      "when the caller has no such tag",
	"aws:sourceaccount":      "when no service calls",
	"aws:sourcearn":          "when no service calls",
	"aws:sourceip":           "through a VPC endpoint",
	"aws:sourcevpc":          "when there is no VPC endpoint",
	"aws:sourcevpcarn":       "when there is no VPC endpoint",
	"aws:sourcevpce":         "when there is no VPC endpoint",
	"sts:externalid":         "without an external id",
}

// absenceOf returns when requests come without the key, given in lower case.
func absenceOf(key string) (when string, ok bool) {
	if i := strings.IndexByte(key, '/'); i >= 0 {
		key = key[:i+1]
	}
	when, ok = absences[key]
	return when, ok
}

// isLoose says whether so much is allowed that the conditions matter: to all of
// an account or everybody or, in a policy that has no principals, an action by
// which one comes by more permissions.
func (p *Pass) isLoose(s *policy.Statement) bool {
	if p.Policy.Kind.Is(policy.Resource | policy.Trust) {
		return slices.ContainsFunc(s.Principal.All("AWS"), func(v policy.Value) bool {
			_, whole := wholeAccount(v)
			return whole || v.Is("*")
		})
	}
	for i, a := range p.listedActions().of(s) {
		v := s.Action.Values[i]
		switch {
		case a != nil && givesPermissions(a), isEveryAction(v):
			return true
		case a == nil && v.Known() && slices.ContainsFunc(p.Catalog.Expand(v.Text()), givesPermissions):
			return true
		}
	}
	return false
}

// givesPermissions says whether one may come by more permissions with the
// action.
func givesPermissions(a *catalog.Action) bool {
	switch a.Service().Prefix() {
	case "iam":
		return a.Levels&(catalog.Write|catalog.PermissionsManagement) != 0
	case "sts":
		return strings.HasPrefix(a.Name, "AssumeRole")
	}
	return a.Levels&catalog.PermissionsManagement != 0
}

// hasBothNetworks says whether the statement excludes addresses and VPCs:
// every request has one or the other.
func hasBothNetworks(s *policy.Statement) bool {
	var addresses, vpcs bool
	for _, e := range s.Condition.Entries {
		key := strings.ToLower(e.Variable.Text())
		addresses, vpcs = addresses || key == "aws:sourceip", vpcs || isVPCKey(key)
	}
	return addresses && vpcs
}

func isVPCKey(key string) bool { return strings.HasPrefix(key, "aws:sourcevpc") }
