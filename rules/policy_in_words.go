package rules

import "github.com/iamlint/iamlint/policy"

// policyInWords names what a document is, with its article.
func policyInWords(d *policy.Document) string {
	switch d.Kind {
	case policy.Identity:
		return "an identity policy"
	case policy.Resource:
		return "a resource policy"
	case policy.Trust:
		return "a trust policy"
	case policy.SCP:
		return "a service control policy"
	case policy.RCP:
		return "a resource control policy"
	case policy.Boundary:
		return "a permissions boundary"
	case policy.Session:
		return "a session policy"
	case policy.VPCEndpoint:
		return "a VPC endpoint policy"
	case policy.PermissionSet:
		return "the policy of a permission set"
	}
	return "a policy"
}
