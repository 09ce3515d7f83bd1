package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// UnsupportedKeyForServicePrincipal reports conditions that no service meets.
var UnsupportedKeyForServicePrincipal = &Rule{
	Name:     "unsupported-key-for-service-principal",
	Kind:     Error,
	Policies: policy.Resource | policy.Trust,
	Doc: `services do not have the key: the statement never matches

What tells the caller's ARN, account, organization or tags is not there when a
service calls as itself. An Allow to a service with such a condition never
matches. Use aws:SourceArn, aws:SourceAccount or aws:SourceOrgID.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": "sns.amazonaws.com"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {"StringEquals": {«"aws:PrincipalOrgID"»: "o-a1b2c3d4e5"}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": "sns.amazonaws.com"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {"StringEquals": {"aws:SourceOrgID": "o-a1b2c3d4e5"}}
  }
}
`,
	Silences: []string{"service-principal-without-source", "service-principal-wrong-source-key"},
	Run:      unsupportedKeyForServicePrincipal,
}

func unsupportedKeyForServicePrincipal(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		services := onlyServices(s)
		if s.Effect != policy.Allow || len(services) == 0 || slices.ContainsFunc(services, setsPrincipalTags) {
			continue
		}
		for _, e := range s.Condition.Entries {
			if !e.Operator.Known() || !demandsKey(e, "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn", "aws:principaltag/") {
				continue
			}
			key := e.Variable.Text()
			pass.Reportf(s, e.Variable, "%s is absent when %s calls: this Allow never matches", key, services[0].String()).Subject = key
		}
	}
}

// setsPrincipalTags says whether the service is, or may be, the one that calls
// with tags: those of a certificate.
//
// Source: IAM Roles Anywhere User Guide, "Trust policy".
func setsPrincipalTags(v policy.Value) bool {
	return !v.Known() || strings.HasPrefix(v.Text(), "rolesanywhere.")
}
