package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// ServicePrincipalWithoutSource reports services that may act for any customer.
var ServicePrincipalWithoutSource = &Rule{
	Name: "service-principal-without-source",
	Kind: Security, Severity: Medium,
	Policies: policy.Resource,
	Doc: `a service may act on the resource for any customer

A service calls for whoever uses it. Without a condition on the source, someone
in another account can make the service use your resource for them: the confused
deputy. Demand aws:SourceArn or aws:SourceAccount; for all of an organization,
aws:SourceOrgID.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": «"sns.amazonaws.com"»},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
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
    "Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:orders"}}
  }
}
`,
	Run: servicePrincipalWithoutSource,
}

func servicePrincipalWithoutSource(pass *Pass) {
	if deniesBySource(pass.Policy) {
		return
	}
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Allow || conditionsMayHold(s) || bindsSource(s) {
			continue
		}
		for _, v := range s.Principal.All("Service") {
			text, known := v.Literal()
			if !known || sourcelessServices()[text] || !isServiceHost(text) {
				continue
			}
			severity := confusedSeverity(pass, s)
			f := pass.Reportf(s, v, "%s may act for any customer on %s: demand aws:SourceArn or aws:SourceAccount",
				text, resourcesInWords(pass.Policy, s.Resource.Values)).As(Security, severity)
			f.Subject = text
		}
	}
}

// deniesBySource says whether a Deny of the policy depends on the source, or may
// do so: then services may be bound without a condition on each Allow.
func deniesBySource(d *policy.Document) bool {
	if d.Open() {
		return true
	}
	for _, s := range d.Statements {
		if s.Effect == policy.Allow {
			continue
		}
		for _, e := range s.Condition.Entries {
			if isOneOf(strings.ToLower(e.Variable.Text()), sourceKeys) || !e.Variable.Known() {
				return true
			}
		}
		if len(s.Condition.Rest) > 0 || s.Open() {
			return true
		}
	}
	return false
}

// bindsSource says whether a condition tells for whom the service may call. How
// well it does is for other rules to say.
func bindsSource(s *policy.Statement) bool {
	return demandsAny(s, sourceKeys...) ||
		demandsAny(s, "kms:encryptioncontext:", "kms:calleraccount", "lambda:eventsourcetoken")
}

// confusedSeverity returns how bad it is that a service can be made to take the
// statement's actions.
func confusedSeverity(pass *Pass, s *policy.Statement) Severity {
	if onlyProbes(s) || namesLogsOfAccount(s) {
		return Low
	}
	for _, v := range s.Action.Values {
		if access.ActionPattern(v).MatchesAction("lambda:InvokeFunction") == access.Yes {
			return High
		}
	}
	return pass.Rule.Severity
}

// onlyProbes says whether the statement allows no more than to look whether a
// bucket can be used.
func onlyProbes(s *policy.Statement) bool {
	for _, v := range s.Action.Values {
		switch strings.ToLower(v.Text()) {
		case "s3:getbucketacl", "s3:listbucket", "s3:getbucketlocation":
		default:
			return false
		}
	}
	return s.Action.Present() && !s.Action.Open()
}

// namesLogsOfAccount says whether all resources are below AWSLogs and an
// account: only logs of that account get there.
func namesLogsOfAccount(s *policy.Statement) bool {
	for _, v := range s.Resource.Values {
		_, rest, ok := strings.Cut(v.Text(), "/AWSLogs/")
		if !ok || strings.HasPrefix(rest, "*") {
			return false
		}
	}
	return len(s.Resource.Values) > 0 && !s.Resource.Open()
}
