package jsondoc

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// facts are what the members of an object say of the policies in it.
type facts struct {
	holder   bool        // a user, group or role has the policy
	version  bool        // it is a version of a managed policy
	old      bool        // it is a version that is not in force
	endpoint bool        // it belongs to a VPC endpoint
	key      bool        // it has the one name that policies of KMS keys have
	template bool        // the object declares a resource of a template
	state    bool        // the object is a plan or state of Terraform
	kind     policy.Kind // of a policy of an organization
}

// factOf returns what takes down the value, as JSON, of a member that says
// something of policies beside it; nil if it does not.
func factOf(key string) func(*facts, string) {
	switch key {
	case "UserName", "RoleName", "GroupName":
		return func(f *facts, _ string) { f.holder = true }
	case "VersionId":
		return func(f *facts, _ string) { f.version = true }
	case "IsDefaultVersion":
		return func(f *facts, v string) { f.old = v == "false" }
	case "PolicyName":
		return func(f *facts, v string) { f.key = v == `"default"` }
	case "VpcEndpointId":
		return func(f *facts, _ string) { f.endpoint = true }
	case "terraform_version":
		return func(f *facts, _ string) { f.state = true }
	case "Type":
		return func(f *facts, v string) {
			f.template = strings.HasPrefix(v, `"AWS::`)
			f.kind = organizationKinds[v]
		}
	}
	return nil
}

var organizationKinds = map[string]policy.Kind{
	`"SERVICE_CONTROL_POLICY"`:  policy.SCP,
	`"RESOURCE_CONTROL_POLICY"`: policy.RCP,
}

// settle applies what the members of an object say to the policies found in it.
func (s *search) settle(at site, first int, f *facts) {
	if at.key == "PolicySummary" {
		s.summary = f.kind
	}
	s.foreign = s.foreign || f.template || f.state && len(s.path) == 0
	here := func(p found) bool { return p.depth == len(s.path)+1 }
	if f.old && s.parent() == "PolicyVersionList" {
		s.found = append(s.found[:first], slices.DeleteFunc(s.found[first:], here)...)
	}
	for _, p := range s.found[first:] {
		if here(p) && p.doc.Kind == policy.Unknown {
			p.doc.Kind = s.kind(p.key, f)
		}
	}
}

// kind returns the kind of a policy in the member of an object, if that says it.
func (s *search) kind(key string, f *facts) policy.Kind {
	switch {
	case strings.EqualFold(key, "AssumeRolePolicyDocument"):
		return policy.Trust
	case key == "InlinePolicy":
		return policy.PermissionSet
	case key == "ResourcePolicy", key == "AccessPolicies", key == "Options", key == "Policy" && f.key:
		return policy.Resource
	case key == "Content":
		return s.summary
	case f.endpoint:
		return policy.VPCEndpoint
	case key == "PolicyDocument" && (f.holder || s.inlineList()), key == "Document" && f.version:
		return policy.Identity
	}
	return policy.Unknown
}

// inlineList says whether the object at hand is one of the inline policies of
// a user, group or role.
//
// Source: IAM API Reference, "GetAccountAuthorizationDetails".
func (s *search) inlineList() bool {
	switch s.parent() {
	case "UserPolicyList", "GroupPolicyList", "RolePolicyList":
		return true
	}
	return false
}

// parent returns the name of the list that the object at hand is in.
func (s *search) parent() string {
	if len(s.path) < 2 {
		return ""
	}
	return s.path[len(s.path)-2]
}
