package rules

import "github.com/iamlint/iamlint/policy"

// ServicePrincipalWrongSourceKey reports conditions that do not tell for whom a
// service calls, where they seem meant to.
var ServicePrincipalWrongSourceKey = &Rule{
	Name: "service-principal-wrong-source-key",
	Kind: Security, Severity: Medium,
	Policies: policy.Resource,
	Doc: `the condition does not restrict for whom a service may act

A referer, the owner of the resource or its organization say nothing of the
customer for whom a service calls: anyone can still make it act on your resource.
Use aws:SourceArn or aws:SourceAccount.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": "sns.amazonaws.com"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {"StringEquals": {«"aws:ResourceAccount"»: "111122223333"}}
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
    "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}
  }
}
`,
	Silences: []string{"service-principal-without-source"},
	Run:      servicePrincipalWrongSourceKey,
}

func servicePrincipalWrongSourceKey(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		services := s.Principal.All("Service")
		if s.Effect != policy.Allow || len(services) == 0 || conditionsMayHold(s) || bindsSource(s) || !sendsSource(services) {
			continue
		}
		for _, e := range s.Condition.Entries {
			if demandsKey(e, "aws:referer", "aws:sourceowner", "aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths") {
				key := e.Variable.Text()
				pass.Reportf(s, e.Variable, "%s does not restrict for whom %s acts; use aws:SourceArn or aws:SourceAccount",
					key, services[0].String()).Subject = key
			}
		}
	}
}

// sendsSource says whether one of the services may tell for whom it calls.
func sendsSource(services []policy.Value) bool {
	for _, v := range services {
		if !sourcelessServices()[v.Text()] {
			return true
		}
	}
	return false
}
