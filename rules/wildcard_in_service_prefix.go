package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// WildcardInServicePrefix reports patterns in front of the colon of an action.
var WildcardInServicePrefix = &Rule{
	Name: "wildcard-in-service-prefix",
	Kind: Error,
	Doc: `a wildcard in the name of a service

The prefix of a service in an action is a name, not a pattern: IAM refuses an
identity or trust policy with a wildcard in it. Only "*" alone is every action of
every service. List the services.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": «"s*:GetObject"», "Resource": "*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
  ]
}
`,
	Run: wildcardInServicePrefix,
}

func wildcardInServicePrefix(pass *Pass) {
	for s, v := range pass.oddActions() {
		prefix, name, ok := strings.Cut(v.Text(), ":")
		if !ok || !strings.ContainsAny(prefix, "*?") || strings.Trim(prefix+name, "*") == "" {
			continue
		}
		f := pass.Reportf(s, v, "%q has a wildcard in the service name", v.String())
		f.Subject = v.String()
		if !pass.Policy.Kind.Is(policy.Identity | policy.PermissionSet | policy.Trust | policy.Boundary | policy.Session) {
			f.As(Warning, 0)
		}
	}
}
