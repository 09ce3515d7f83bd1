package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// An ownedService is the service that a policy belongs to.
type ownedService struct {
	policy *policy.Document
	prefix string
}

// ownService returns what [ownServiceOf] does of the policy, found once for all
// rules and statements.
func (p *Pass) ownService() string {
	o := &p.shared.service
	if o.policy != p.Policy {
		o.policy, o.prefix = p.Policy, ownServiceOf(p.Policy)
	}
	return o.prefix
}

// ownServiceOf returns the prefix of the service whose resource the policy is
// attached to; "" if that is not known. Where the container does not tell it is
// the service of all its resources. What speaks of several, and follows from the
// text alone, may as well be the policy of a VPC endpoint or an organization.
func ownServiceOf(d *policy.Document) string {
	if d.Service != "" && !d.Guessed {
		return d.Service
	}
	if d.Guessed && !speaksOfOneResource(d) {
		return ""
	}
	service := ""
	for _, s := range d.Statements {
		for _, v := range s.Resource.Values {
			arn, ok := policy.ParseARN(v)
			if !ok || !arn.Service.Known() || arn.Service.HasWildcard() || service != "" && arn.Service.Text() != service {
				return ""
			}
			service = arn.Service.Text()
		}
	}
	return service
}

// isOwnPrefix says whether the policies of a service's resources may name
// something with a prefix: their own, and those of its parts and companions,
// such as s3-object-lambda or kafka-cluster.
func isOwnPrefix(service, prefix string) bool {
	if strings.HasPrefix(prefix, service) || strings.HasPrefix(service, prefix) {
		return true
	}
	if i := strings.IndexByte(service, '-'); i > 0 && strings.HasPrefix(prefix, service[:i]+"-") {
		return true
	}
	switch service {
	case "s3tables", "s3vectors":
		return strings.HasPrefix(prefix, "s3")
	case "es":
		return prefix == "aoss" || prefix == "opensearch"
	case "execute-api":
		return prefix == "apigateway"
	case "codeartifact":
		return prefix == "sts" // codeartifact needs sts:GetServiceBearerToken
	case "glue":
		return prefix == "lakeformation"
	}
	return false
}

// takeOwnOnly are services whose guides say that the policies of their resources
// take actions on that resource, and nothing else: it is certain that others are
// mistakes.
//
// Sources: the developer guides of these services on resource policies.
var takeOwnOnly = map[string]bool{
	"dynamodb": true, "ecr": true, "elasticfilesystem": true, "events": true, "kms": true, "lambda": true, "s3": true,
	"secretsmanager": true, "sns": true, "sqs": true,
}

// ownsOne says whether a policy of the service belongs to one resource, and not
// to an account or to a vault of things of other services.
func ownsOne(service string) bool {
	switch service {
	case "dynamodb", "elasticfilesystem", "es", "kinesis", "kms", "s3", "secretsmanager", "sns", "sqs":
		return true
	}
	return false
}
