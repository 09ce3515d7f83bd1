package rules

import "github.com/iamlint/iamlint/policy"

// UnsupportedActionInResourcePolicy reports actions that the resource that has
// the policy has nothing to do with.
var UnsupportedActionInResourcePolicy = &Rule{
	Name:     "unsupported-action-in-resource-policy",
	Kind:     Error,
	Policies: policy.Resource,
	Doc: `the resource does not have the action

A resource's policy decides on requests for that resource: actions of its service
that take such a resource. AWS refuses many policies that name others; where it
does not, they have no effect. An action of the same service that takes no
resource is harmless, and a warning, but for Amazon S3, which refuses it; so it is
of services that are not known to refuse any. Allow the action in the policy of
the identity instead.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
    "Action": ["s3:GetObject", «"kms:Decrypt"»],
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Run: unsupportedActionInResourcePolicy,
}

func unsupportedActionInResourcePolicy(pass *Pass) {
	service := pass.ownService()
	if service == "" {
		return
	}
	owner := owned(pass.Policy)
	var search fitSearch
	for _, s := range pass.Policy.Statements {
		for i, a := range pass.listedActions().of(s) {
			v := &s.Action.Values[i]
			if a == nil && isEveryAction(*v) || !search.expand(pass.Catalog, a, v) {
				continue
			}
			prefix := search.actions[0].Service().Prefix()
			switch {
			case !isOwnPrefix(service, prefix):
				f := pass.Reportf(s, v, "a resource policy of %s cannot %s %s", service, verbOf(s), v)
				if f.Subject = v.String(); !takeOwnOnly[service] {
					f.As(Warning, 0)
				}
			case prefix != service || !ownsOne(service) && !takeOwnOnly[service]:
			case allWildcardOnly(search.actions):
				f := pass.Reportf(s, v, "%s takes no resource: a resource policy of %s cannot %s it", v, service, verbOf(s))
				if f.Subject = v.String(); service != "s3" {
					f.As(Warning, 0)
				}
			case owner != nil && ownsOne(service) && !anyTaken(owner, search.actions):
				f := pass.Reportf(s, v, "%s is no action on %s, which has this policy", v, owner.value)
				if f.Subject = v.String(); !wellDocumented[service] {
					f.As(Warning, 0)
				}
			}
		}
	}
}
