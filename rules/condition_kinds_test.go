package rules_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// Rules about conditions whose findings are of several kinds.
func TestKindsOfConditionFindings(t *testing.T) {
	tests := []struct{ rule, effect, condition, want string }{
		{"operator-type-mismatch", "Allow", `"StringEquals": {"aws:SourceIp": "203.0.113.7"}`, "warning medium"},
		{"operator-type-mismatch", "Allow", `"StringEquals": {"aws:SourceIp": "203.0.113.0/24"}`, "error high"},
		{"operator-type-mismatch", "Allow", `"StringLike": {"aws:SourceIp": "203.0.113.*"}`, "warning medium"},
		{"operator-type-mismatch", "Allow", `"StringEquals": {"aws:SecureTransport": "true"}`, "suggestion info"},
		{"operator-type-mismatch", "Allow", `"StringEquals": {"aws:SecureTransport": "yes"}`, "error high"},
		{"operator-type-mismatch", "Allow", `"Bool": {"aws:VpceAccount": "true"}`, "warning medium"},
		{"operator-type-mismatch", "Allow", `"Bool": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}`, "error high"},
		{"operator-type-mismatch", "Allow", `"NumericLessThan": {"aws:CurrentTime": "1"}`, "warning medium"},

		{"string-operator-on-arn-key", "Allow", `"StringLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:t"}`, "security low"},
		{"string-operator-on-arn-key", "Allow", `"StringLike": {"aws:SourceArn": "arn:aws:sns:*"}`, "security low"},
		{"string-operator-on-arn-key", "Allow", `"StringLike": {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:*"}`, "suggestion info"},
		{"string-operator-on-arn-key", "Deny", `"StringLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:t"}`, "suggestion info"},
		{"string-operator-on-arn-key", "Allow", `"StringNotLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:t"}`, "suggestion info"},
		{"string-operator-on-arn-key", "Allow", `"StringEquals": {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:t"}`, "suggestion info"},

		{"null-operator-misuse", "Allow", `"NullIfExists": {"aws:TagKeys": "false"}`, "error high"},
		{"null-operator-misuse", "Allow", `"ForAnyValue:Null": {"aws:TagKeys": "false"}`, "warning medium"},

		{"wildcard-without-like", "Allow", `"StringEquals": {"ec2:InstanceType": "t3.*"}`, "error high"},
		{"wildcard-without-like", "Allow", `"StringNotEquals": {"ec2:InstanceType": "t3.*"}`, "security medium"},
		{"wildcard-without-like", "Deny", `"StringNotEquals": {"ec2:InstanceType": "t3.*"}`, "error high"},
		{"wildcard-without-like", "Allow", `"StringEquals": {"ec2:InstanceType": "t?.nano"}`, "warning medium"},
		{"wildcard-without-like", "Allow", `"StringEquals": {"s3:prefix": "home/*"}`, "warning medium"},
		{"wildcard-without-like", "Allow", `"StringEquals": {"aws:ResourceTag/team": "a*"}`, "warning medium"},

		{"private-source-ip", "Allow", `"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}`, "error high"},
		{"private-source-ip", "Deny", `"NotIpAddress": {"aws:SourceIp": "10.0.0.0/8"}`, "error high"},
		{"private-source-ip", "Allow", `"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "203.0.113.0/24"]}`, "suggestion info"},
		{"private-source-ip", "Allow", `"IpAddressIfExists": {"aws:SourceIp": "10.0.0.0/8"}`, "warning medium"},

		{"invalid-key-value", "Allow", `"StringEquals": {"aws:RequestedRegion": "eu-west"}`, "error high"},
		{"invalid-key-value", "Allow", `"StringEquals": {"aws:RequestedRegion": "eu-west-9"}`, "suggestion info"},

		{"expired-condition", "Allow", `"DateLessThan": {"aws:CurrentTime": "2024-01-01"}`, "warning medium"},
		{"expired-condition", "Deny", `"DateGreaterThan": {"aws:CurrentTime": "2030-01-01"}`, "suggestion info"},
	}
	for _, tt := range tests {
		t.Run(tt.rule+"/"+tt.effect+" "+tt.condition, func(t *testing.T) {
			text := `{"Version": "2012-10-17", "Statement": {"Effect": "` + tt.effect +
				`", "Action": "*", "Resource": "*", "Condition": {` + tt.condition + `}}}`
			got := severities(t, tt.rule, []txtar.File{{Name: "p.json", Data: []byte(text)}})
			if diff := cmp.Diff([]string{tt.want}, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// A range is worse where nothing else says who may call; what is public is
// said by other rules.
func TestSeverityOfWideRanges(t *testing.T) {
	const statement = `{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:q",
		"Condition": {"IpAddress": {"aws:SourceIp": "32.0.0.0/3"}}, "Principal": `
	const denied = `, {"Effect": "Deny", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "*"}`
	for principal, want := range map[string][]string{
		`{"AWS": "111122223333"}}`: {"security low"},
		`"*"}`:                     nil,
		`"*"}` + denied:            {"security medium"},
	} {
		text := `{"Version": "2012-10-17", "Statement": [` + statement + principal + `]}`
		got := severities(t, "wide-source-ip", []txtar.File{{Name: "p.json", Data: []byte(text)}})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: findings (-want +got):\n%s", principal, diff)
		}
	}
}
