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
		sids      = `{"Version": "2012-10-17", "Statement": [
			{"Sid": "A", "Effect": "Allow", "Principal": "*", "Action": "%[1]s:*", "Resource": "*"},
			{"Sid": "A", "Effect": "Deny", "Principal": "*", "Action": "%[1]s:*", "Resource": "*"}]}`
		resource = `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "arn:%s"}}`
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
		{"invalid-policy-variable", "identity", fmt.Sprintf(resource, "aws:s3:::b/${aws:user name}"), rules.Error},
		{"invalid-policy-variable", "identity", fmt.Sprintf(resource, "aws:s3:::b/${aws:PrincipalTag/cost center}"), rules.Warning},
		{"unknown-variable", "identity", fmt.Sprintf(resource, "aws:s3:::b/${aws:usernam}"), rules.Error},
		{"unknown-variable", "identity", fmt.Sprintf(resource, "aws:s3:::b/${aws:NewerThanTheData}"), rules.Warning},
		{"unknown-variable", "identity", fmt.Sprintf(resource, "aws:s3:::b/${aws:TagKeys}"), rules.Warning},
		{"variable-unsupported-place", "identity", fmt.Sprintf(resource, "${aws:PrincipalTag/partition}:s3:::b"), rules.Error},
		{"variable-unsupported-place", "identity", fmt.Sprintf(resource, "aws:iam::${aws:PrincipalAccount}:role/r"), rules.Warning},
		{"variable-unsupported-place", "identity", fmt.Sprintf(resource, "aws:sqs:${aws:RequestedRegion}:111122223333:q"), rules.Warning},
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
