package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// FederatedPrincipalInResourcePolicy reports identity providers as principals
// of resource policies.
var FederatedPrincipalInResourcePolicy = &Rule{
	Name:     "federated-principal-in-resource-policy",
	Kind:     Error,
	Policies: policy.Resource,
	Doc: `an identity provider is a principal of trust policies only

Who signs in with an identity provider assumes a role, and calls services as
that role: a resource never sees the provider. AWS refuses a resource policy that
names one. Name the role.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {«"Federated"»: "arn:aws:iam::111122223333:saml-provider/staff"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:role/staff"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Run: federatedPrincipalInResourcePolicy,
}

func federatedPrincipalInResourcePolicy(pass *Pass) {
	for p := range pass.principals("Federated") {
		if pass.Policy.Guessed && mayBeTrust(p.statement) {
			continue
		}
		f := pass.Reportf(p.statement, p.set.Type, "%q can be a principal of trust policies only: name the role that it assumes", p.value.String())
		f.Subject = p.value.String()
	}
}

// mayBeTrust says whether the statement may be one of a trust policy.
func mayBeTrust(s *policy.Statement) bool {
	list, not := s.Actions()
	if not || list.Open() {
		return true
	}
	for _, v := range list.Values {
		if !v.Known() || strings.HasPrefix(strings.ToLower(v.Text()), "sts:") {
			return true
		}
	}
	return false
}
