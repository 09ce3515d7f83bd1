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

// maxCounted is for how many ARNs of a policy it is counted what they span.
const maxCounted = 100

func wildcardInARNService(pass *Pass) {
	counted := 0
	for r := range pass.listedARNs() {
		name := r.arn.text(arnService)
		if !strings.ContainsAny(name, "*?") {
			continue
		}
		at := r.arn.field(arnService)
		switch {
		case pass.isIdentityPolicy():
			pass.Reportf(r.statement, at, "IAM refuses %s: no wildcard may stand in place of the service", r.value).As(Error, 0)
		case !r.arn.known(arnService) || counted >= maxCounted:
			pass.Reportf(r.statement, at, "%s has a wildcard in place of the service", r.value)
		default:
			pass.Reportf(r.statement, at, "%s spans %d services", r.value, countARNServices(name))
			counted++
		}
	}
}
