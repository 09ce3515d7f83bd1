package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// WildcardInServicePrefix reports actions whose service is a pattern.
var WildcardInServicePrefix = &Rule{
	Name: "wildcard-in-service-prefix",
	Kind: Error,
	Doc: `a wildcard stands in the service of an action

IAM takes wildcards in the name of an action, not in the prefix of its service:
it refuses such a policy of an identity, of a role's trust, a boundary or a
session. Elsewhere it is a warning. Name the services one by one; * and *:* stand
for every action.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": [«"dynamo*:GetItem"», "s3:Get*"], "Resource": "*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["dynamodb:GetItem", "s3:Get*"], "Resource": "*"}}`,
	Run:  wildcardInServicePrefix,
}

func wildcardInServicePrefix(pass *Pass) {
	const refused = policy.Identity | policy.PermissionSet | policy.Trust | policy.Boundary | policy.Session
	for s, v := range pass.oddActions() {
		if !strings.ContainsAny(v.Text(), "*?") {
			continue
		}
		service, _, ok := v.Cut(':')
		if !ok || !service.HasWildcard() || !hasActionFormat(v) || isEveryAction(v) {
			continue
		}
		f := pass.Reportf(s, v, "%q has a wildcard in the service name", v.String())
		f.Subject = v.String()
		if !pass.Policy.Kind.Is(refused) {
			f.As(Warning, 0)
		}
	}
}
