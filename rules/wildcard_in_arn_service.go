package rules

import "strings"

// WildcardInARNService reports ARNs with a wildcard for the service.
var WildcardInARNService = &Rule{
	Name: "wildcard-in-arn-service",
	Kind: Suggestion,
	Doc: `an ARN has a wildcard in place of its service

AWS does not support wildcards in the third field of an ARN. IAM refuses a policy
of an identity that has one, so it is an error there. Write an ARN for each
service, or "*".`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "arn:aws:«*»:*:*:*prod*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": ["arn:aws:sqs:*:*:*prod*", "arn:aws:sns:*:*:*prod*"]}}`,
	Run:  wildcardInARNService,
}

func wildcardInARNService(pass *Pass) {
	for r := range pass.listedARNs() {
		name := r.arn.text(arnService)
		if !strings.ContainsAny(name, "*?") {
			continue
		}
		if pass.isIdentityPolicy() {
			f := pass.Reportf(r.statement, r.arn.field(arnService), "IAM refuses %s: no wildcard may stand in place of the service", r.value)
			f.As(Error, 0)
			continue
		}
		if !r.arn.known(arnService) {
			pass.Reportf(r.statement, r.arn.field(arnService), "%s has a wildcard in place of the service", r.value)
			continue
		}
		n := 0
		for service := range arnServices() {
			if matchesText(name, service) {
				n++
			}
		}
		pass.Reportf(r.statement, r.arn.field(arnService), "%s spans %d services", r.value, n)
	}
}
