package rules

import (
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// shortARN returns the fields of an ARN that certainly has fewer than six.
func shortARN(v *policy.Value) (fields []string, ok bool) {
	text := v.Text()
	if !strings.HasPrefix(text, "arn:") || strings.Count(text, ":") >= 5 || isTemplate(text) || strings.TrimSpace(text) != text {
		return nil, false
	}
	if mayHoldColon(*v) {
		return nil, false
	}
	return strings.Split(v.Shape(), ":"), true
}

// completes are the kinds of policies in which wildcards are added to ARNs that
// are too short.
const completes = policy.Identity | policy.PermissionSet | policy.Boundary | policy.Session

// failsShort says whether a short ARN certainly matches nothing where it stands,
// or is refused. Holes are * in its fields: what they stand for is not looked at.
func (p *Pass) failsShort(fields []string) bool {
	text := strings.Join(fields, ":")
	switch {
	case p.Policy.Kind.Is(policy.Resource | policy.VPCEndpoint):
		return !p.Policy.Guessed && !strings.ContainsAny(text, "*?")
	case !p.Policy.Kind.Is(completes):
		return false
	case len(fields) < 3 || strings.Contains(text, "::"):
		return true // as IAM says
	}
	service := fields[2] != "" && !strings.ContainsAny(fields[2], "*?") && !isARNService(p.Catalog, fields[2])
	region := len(fields) > 3 && !strings.ContainsAny(fields[3], "*?") && catalog.PartitionOfRegion(fields[3]) == nil
	account := len(fields) > 4 && fields[3] != "*" && !strings.ContainsAny(fields[4], "*?") && !isAccountText(fields[4])
	return service || region || account
}

func isAccountText(text string) bool { return isAccount(policy.NewValue(policy.Span{}, text)) }
