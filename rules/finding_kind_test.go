package rules_test

import (
	"fmt"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/rules"
)

// Findings of one rule may mean more or less, by the kind of the policy and by
// what was found.
func TestKindsOfFindings(t *testing.T) {
	const (
		noVersion = `{"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}}`
		old       = `{"Version": "2008-10-17", "Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}}`
		action    = `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "%s", "Resource": "*"}}`
		on        = `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": [%s], "Resource": "%s"}}`
		resource  = `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*", "Action": [%s], "Resource": "%s"}}`
		variable  = `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "arn:%s"}}`
		queue     = "arn:aws:sqs:eu-west-1:111122223333:q"
		sids      = `{"Version": "2012-10-17", "Statement": [
			{"Sid": "A", "Effect": "Allow", "Principal": "*", "Action": "%[1]s:*", "Resource": "*"},
			{"Sid": "A", "Effect": "Deny", "Principal": "*", "Action": "%[1]s:*", "Resource": "*"}]}`
	)
	for _, test := range []struct {
		rule, policyKind, text string
		want                   rules.Kind
	}{
		{"missing-version", "resource", noVersion, rules.Warning},
		{"missing-version", "rcp", noVersion, rules.Error},
		{"old-version", "identity", old, rules.Error},
		{"old-version", "permission-set", old, rules.Error},
		{"old-version", "resource", old, rules.Suggestion},
		{"old-version", "trust", old, rules.Suggestion},
		{"duplicate-sid", "resource", fmt.Sprintf(sids, "s3"), rules.Suggestion},
		{"duplicate-sid", "resource", fmt.Sprintf(sids, "sqs"), rules.Error},
		{"duplicate-sid", "vpc-endpoint", fmt.Sprintf(sids, "s3"), rules.Suggestion},
		{"duplicate-sid", "rcp", fmt.Sprintf(sids, "s3"), rules.Error},
		{"unknown-action", "identity", fmt.Sprintf(action, "s3:GetObjects"), rules.Error},
		{"unknown-action", "identity", fmt.Sprintf(action, "s3:MakeMeASandwich"), rules.Warning},
		{"unknown-action", "identity", fmt.Sprintf(action, "cloudhsm:CreateHapg"), rules.Warning},
		{"unknown-service", "identity", fmt.Sprintf(action, "dynamdb:GetItem"), rules.Error},
		{"unknown-service", "identity", fmt.Sprintf(action, "nosuchservice:GetItem"), rules.Warning},
		{"unknown-service", "identity", fmt.Sprintf(action, "sumerian:GetScene"), rules.Warning},
		{"unknown-action", "identity", fmt.Sprintf(action, "s3:GetObjectV2"), rules.Warning},
		{"unknown-service", "identity", fmt.Sprintf(action, "monitoring:PutMetricData"), rules.Error},
		{"api-name-not-action", "identity", fmt.Sprintf(action, "s3:HeadObject"), rules.Error},
		{"wildcard-in-service-prefix", "identity", fmt.Sprintf(action, "dynamo*:GetItem"), rules.Error},
		{"wildcard-in-service-prefix", "boundary", fmt.Sprintf(action, "dynamo*:GetItem"), rules.Error},
		{"wildcard-in-service-prefix", "scp", fmt.Sprintf(action, "dynamo*:GetItem"), rules.Warning},
		{"resource-type-mismatch", "identity", fmt.Sprintf(on, `"sns:Publish"`, queue), rules.Error},
		{"resource-type-mismatch", "identity", fmt.Sprintf(on, `"sns:Publish", "sqs:SendMessage"`, queue), rules.Warning},
		{"resource-type-mismatch", "identity", fmt.Sprintf(on, `"ssm:GetParameter"`, queue), rules.Warning},
		{"resource-type-mismatch", "scp", fmt.Sprintf(on, `"s3:ListBucket"`, "arn:aws:s3:::b/*"), rules.Error},
		{"s3-bucket-object-mismatch", "identity", fmt.Sprintf(on, `"s3:ListBucket", "s3:GetObject"`, "arn:aws:s3:::b/*"), rules.Error},
		{"wildcard-only-action-scoped", "identity", fmt.Sprintf(on, `"ec2:DescribeVpcs"`, queue), rules.Error},
		{"wildcard-only-action-scoped", "identity", fmt.Sprintf(on, `"sqs:ListQueues"`, queue), rules.Warning},
		{"unsupported-action-in-resource-policy", "resource", fmt.Sprintf(resource, `"sqs:ListQueues"`, queue), rules.Warning},
		{"unsupported-action-in-resource-policy", "resource", fmt.Sprintf(resource, `"sqs:SendMessage", "sns:Publish"`, queue), rules.Error},
		{"unsupported-action-in-resource-policy", "resource", fmt.Sprintf(resource, `"kinesis:GetRecords", "sns:Publish"`, "arn:aws:kinesis:eu-west-1:111122223333:stream/s"), rules.Warning},
		{"unsupported-resource-in-resource-policy", "resource", fmt.Sprintf(resource, `"sns:Publish"`, queue), rules.Error},
		{"unsupported-action-in-resource-policy", "resource", fmt.Sprintf(resource, `"s3:ListAllMyBuckets"`, "arn:aws:s3:::b"), rules.Error},
		{"invalid-policy-variable", "identity", fmt.Sprintf(variable, "aws:s3:::b/${aws:user name}"), rules.Error},
		{"invalid-policy-variable", "identity", fmt.Sprintf(variable, "aws:s3:::b/${aws:PrincipalTag/cost center}"), rules.Warning},
		{"unknown-variable", "identity", fmt.Sprintf(variable, "aws:s3:::b/${aws:usernam}"), rules.Error},
		{"unknown-variable", "identity", fmt.Sprintf(variable, "aws:s3:::b/${aws:NewerThanTheData}"), rules.Warning},
		{"unknown-variable", "identity", fmt.Sprintf(variable, "aws:s3:::b/${aws:TagKeys}"), rules.Warning},
		{"variable-unsupported-place", "identity", fmt.Sprintf(variable, "${aws:PrincipalTag/partition}:s3:::b"), rules.Error},
		{"variable-unsupported-place", "identity", fmt.Sprintf(variable, "aws:iam::${aws:PrincipalAccount}:role/r"), rules.Warning},
		{"variable-unsupported-place", "identity", fmt.Sprintf(variable, "aws:sqs:${aws:RequestedRegion}:111122223333:q"), rules.Warning},
	} {
		t.Run(test.rule+"/"+test.policyKind+"/"+test.want.String(), func(t *testing.T) {
			t.Parallel()
			report := newCase(t, rules.Find(test.rule), []txtar.File{
				{Name: "policy.json", Data: []byte(test.text)},
				{Name: ".iamlint.yaml", Data: []byte("kinds: {policy.json: " + test.policyKind + "}\n")},
			}).lint(t)
			if len(report.Findings) != 1 || report.Findings[0].Kind != test.want {
				t.Errorf("want one finding of kind %s:\n%s", test.want, listing(report))
			}
		})
	}
}
