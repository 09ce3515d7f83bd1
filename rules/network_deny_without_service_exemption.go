package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// NetworkDenyWithoutServiceExemption reports network limits that also hold for
// AWS services.
var NetworkDenyWithoutServiceExemption = &Rule{
	Name:     "network-deny-without-service-exemption",
	Kind:     Warning,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource | policy.SCP | policy.RCP,
	Doc: `a Deny by network also blocks calls that AWS services make for you

When a service acts for you, as Athena does that reads your bucket, the call comes
from the service's network. A Deny of all but your addresses, VPCs or endpoints
blocks it. Spare such calls: Bool aws:ViaAWSService false in the same Condition.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"NotIpAddress": {«"aws:SourceIp"»: "203.0.113.0/24"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}, "Bool": {"aws:ViaAWSService": "false"}}}
  ]
}
`,
	Run: networkDenyWithoutServiceExemption,
}

func networkDenyWithoutServiceExemption(pass *Pass) {
	var last *policy.Statement
	for e := range pass.comparisons() {
		s := e.statement
		if s == last || s.Effect != policy.Deny || !e.op.Negated || e.op.AnyValue || !isOneOf(e.name, networkKeys) ||
			conditionsMayHold(s) || sparesServices(s) || onlyInvokesAPI(s) {
			continue
		}
		last = s
		f := pass.Reportf(s, e.Variable, "this Deny on %s also blocks calls AWS services make for you", e.Variable.Text())
		f.Subject = e.Variable.Text()
		if pass.Policy.Kind == policy.Resource {
			f.As(Suggestion, 0) // AWS's own examples are written so
		}
	}
}

var networkKeys = []string{"aws:sourceip", "aws:sourcevpc", "aws:sourcevpce", "aws:sourcevpcarn"}

// sparesServices says whether a condition exempts calls by services. They do
// not come from a VPC of yours: a Deny that demands one does not hold for them.
func sparesServices(s *policy.Statement) bool {
	for _, e := range s.Condition.Entries {
		switch key := strings.ToLower(e.Variable.Text()); {
		case key == "aws:viaawsservice", key == "aws:principalisawsservice", strings.HasPrefix(key, "aws:calledvia"), key == "aws:principalarn", key == "aws:principalservicename", key == "aws:principalservicenameslist":
			return true
		case strings.HasPrefix(key, "aws:sourcevpc"):
			if op := access.ParseOperator(e.Operator.Text()); !op.Negated && !op.PassesAbsent() && !saysOnly(e.List, "true") {
				return true
			}
		}
	}
	return false
}

// onlyInvokesAPI says whether the statement is about calls of one's own APIs,
// which no service makes for anyone.
func onlyInvokesAPI(s *policy.Statement) bool {
	for _, v := range s.Action.Values {
		if !v.Known() || !strings.HasPrefix(strings.ToLower(v.Text()), "execute-api:") {
			return false
		}
	}
	return s.Action.Present() && !s.Action.Open()
}
