package rules

import (
	"fmt"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// WildcardServiceAction reports statements that allow all actions of a service.
var WildcardServiceAction = &Rule{
	Name: "wildcard-service-action",
	Kind: Security, Severity: Medium,
	Policies: policy.Identity | policy.PermissionSet,
	Doc: `a statement allows every action of a service

Few tasks need all of a service: deleting, sharing and changing permissions come
with it, and so does what AWS adds to the service later. It is worse for services
that hold identities, keys, data or code, and less so on resources given by name.
List the actions that the work needs.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": «"s3:*"»,
    "Resource": "*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["s3:GetObject", "s3:PutObject"],
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Run: wildcardServiceAction,
}

// weightyServices are those that hold identities, keys, data or code.
var weightyServices = map[string]bool{
	"iam": true, "sts": true, "organizations": true, "kms": true, "secretsmanager": true, "ssm": true,
	"s3": true, "ec2": true, "lambda": true, "cloudformation": true, "account": true, "sso": true, "ram": true,
}

// harmlessServices have nothing that is worth listing: all of the service is
// what one needs of it, or there are few actions.
var harmlessServices = map[string]bool{
	"execute-api": true, "ssmmessages": true, "ec2messages": true, "xray": true,
}

const fewActions = 5

func wildcardServiceAction(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if !allows(s) {
			continue
		}
		var t *targets
		for i, a := range pass.listedActions().of(s) {
			if a != nil {
				continue
			}
			v := s.Action.Values[i]
			service := wholeService(pass.Catalog, v)
			if service == nil || service.Count() <= fewActions || harmlessServices[service.Prefix()] {
				continue
			}
			if t == nil {
				t = targetsOf(pass.Policy, s)
			}
			if granted := countGranted(t, pass.Analysis().On(s), service); granted > 0 {
				pass.Reportf(s, v, "%s", wholeServiceMessage(v, service, granted, t.unsure && !t.open)).
					As(Security, wholeServiceSeverity(pass.Policy, s, t, service)).
					Prove(pass.Analysis(), v.Text())
			}
		}
	}
}

func wholeServiceMessage(v policy.Value, service *catalog.Service, granted int, atMost bool) string {
	switch {
	case atMost:
		return fmt.Sprintf("%s allows up to %d of the %d %s actions", v, granted, service.Count(), service.Prefix())
	case granted < service.Count():
		return fmt.Sprintf("%s allows %d of the %d %s actions", v, granted, service.Count(), service.Prefix())
	}
	return fmt.Sprintf("%s allows all %d %s actions", v, granted, service.Prefix())
}
