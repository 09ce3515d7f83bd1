package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// ServicePrincipalWeakSource reports conditions on the source that every
// account meets.
var ServicePrincipalWeakSource = &Rule{
	Name: "service-principal-weak-source",
	Kind: Security, Severity: Medium,
	Policies: policy.Resource | policy.Trust,
	Doc: `the condition on the source accepts every account

A pattern for aws:SourceArn with a wildcard as account and as name is met by
resources of everyone: the service can still be made to act for others. Write the
account, or add aws:SourceAccount.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": "s3.amazonaws.com"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {"ArnLike": {"aws:SourceArn": «"arn:aws:s3:::*"»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": "s3.amazonaws.com"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {
      "ArnLike": {"aws:SourceArn": "arn:aws:s3:::*"},
      "StringEquals": {"aws:SourceAccount": "111122223333"}
    }
  }
}
`,
	Run: servicePrincipalWeakSource,
}

func servicePrincipalWeakSource(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Allow || conditionsMayHold(s) || len(s.Principal.All("Service")) == 0 {
			continue
		}
		if weak := weakSource(pass.Policy, s); weak != nil {
			f := pass.Reportf(s, *weak, "aws:SourceArn %q accepts every account; add aws:SourceAccount", weak.String())
			f.Subject = weak.String()
		}
	}
}

// weakSource returns the value of aws:SourceArn that every account meets, if no
// entry tells for whom the service may call.
func weakSource(d *policy.Document, s *policy.Statement) *policy.Value {
	var weak *policy.Value
	for _, e := range s.Condition.Entries {
		op := access.ParseOperator(e.Operator.Text())
		key := strings.ToLower(e.Variable.Text())
		switch {
		case !isOneOf(key, sourceKeys) || op.Negated || op.PassesAbsent() || op.Family == access.NullOperator:
			continue
		case comparesVariables(d, e):
			return nil
		}
		first := -1
		for i, v := range e.Values {
			if callerKeys[key].anyoneMeets(v, op.Glob) {
				first = i
				break
			}
		}
		if first < 0 {
			return nil
		}
		if weak == nil && key == "aws:sourcearn" {
			weak = &e.Values[first]
		}
	}
	return weak
}
