package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/access"
)

// breadth lists the findings of the rules of breadth in a policy: rule,
// severity, and the request that proves it.
func breadth(t *testing.T, name, text string) string {
	t.Helper()
	report, err := iamlint.Lint(iamlint.Options{
		Dir: t.TempDir(), Paths: []string{"-"}, Stdin: []byte(text), StdinName: name,
	})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range report.Findings {
		switch f.Rule.Name {
		case "admin-access", "wildcard-action", "wildcard-service-action", "wildcard-resource", "not-action-allow", "not-resource-allow":
		default:
			continue
		}
		fmt.Fprintf(&b, "%s %s", f.Rule.Name, f.Severity)
		if w := f.Witness; w != nil {
			fmt.Fprintf(&b, ": %s on %s", w.Action, w.Resource)
			if got := access.Decide(f.Policy, w); got != access.Allowed {
				t.Errorf("%s: %s on %s is %v", f.Rule.Name, w.Action, w.Resource, got)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestBreadth(t *testing.T) {
	const (
		mfa    = `"Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}`
		tag    = `"Condition": {"StringEquals": {"aws:ResourceTag/team": "a"}}`
		vpc    = `"Condition": {"StringNotEquals": {"aws:SourceVpc": "vpc-1"}}`
		region = `"Condition": {"StringNotEquals": {"aws:RequestedRegion": "us-east-1"}}`
		inSNS  = `"Condition": {"StringEquals": {"sns:Protocol": "https"}}`
		inSQS  = `"Condition": {"StringEquals": {"sqs:Protocol": "https"}}`
		names  = `"Condition": {"ForAllValues:StringLike": {"route53:ChangeResourceRecordSetsNormalizedRecordNames": "*.example.com"}}`
		passed = `"Condition": {"StringEqualsIfExists": {"iam:PassedToService": "lambda.amazonaws.com"}}`
		tagged = `"Condition": {"ForAnyValue:StringLike": {"aws:TagKeys": "team-*"}}`
		notAWS = `"Condition": {"Bool": {"kms:GrantIsForAWSResource": "false"}}`
		form   = `"Condition": {"NumericGreaterThan": {"s3:TlsVersion": "1.1"}}`
	)
	tests := []struct{ statement, want string }{
		{`"Action": "*", "Resource": "*"`, "admin-access critical: iam:AttachUserPolicy on arn:aws:iam::111122223333:user/example"},
		{`"Action": "*", "Resource": "*", ` + mfa, "admin-access high: iam:AttachUserPolicy on arn:aws:iam::111122223333:user/example"},
		{`"Action": "*", "Resource": "*", ` + vpc, "admin-access critical: iam:AttachUserPolicy on arn:aws:iam::111122223333:user/example"}, // also where there is no VPC
		{`"Action": "*", "Resource": "*", ` + region, "admin-access high: iam:AttachUserPolicy on arn:aws:iam::111122223333:user/example"},
		{`"Action": "*", "Resource": "*", ` + tag, "wildcard-action high: iam:AttachUserPolicy on arn:aws:iam::111122223333:user/example"},
		{`"Action": "*", "Resource": "arn:aws:s3:::b/*"`, "wildcard-action high: s3:GetObject on arn:aws:s3:::b/example"},
		{`"Action": "*", "Resource": "arn:aws:s3:::b/*", ` + mfa, "wildcard-action medium: s3:GetObject on arn:aws:s3:::b/example"},

		{`"Action": "s3:*", "Resource": "*"`, "wildcard-service-action high: s3:PutBucketPolicy on arn:aws:s3:::example"},
		{`"Action": "s3:*", "Resource": "*", ` + form, "wildcard-service-action high: s3:PutBucketPolicy on arn:aws:s3:::example"},
		{`"Action": "s3:*", "Resource": "*", ` + mfa, "wildcard-service-action medium: s3:PutBucketPolicy on arn:aws:s3:::example"},
		{`"Action": "s3:*", "Resource": "*", ` + tag, "wildcard-service-action low: s3:PutBucketPolicy on arn:aws:s3:::example"},
		{`"Action": "s3:*", "Resource": "arn:aws:s3:::*"`, "wildcard-service-action high: s3:PutBucketPolicy on arn:aws:s3:::example"},
		{`"Action": "s3:*", "Resource": "arn:aws:s3:::b*"`, "wildcard-service-action low: s3:PutBucketPolicy on arn:aws:s3:::bexample"},
		{`"Action": "s3:*", "Resource": "arn:aws:s3:::b/x"`, "wildcard-service-action low: s3:GetObject on arn:aws:s3:::b/x"}, // there is s3:PutObjectAcl
		{`"Action": "batch:*", "Resource": "arn:aws:batch:us-east-1:111122223333:job-queue/q"`,
			"wildcard-service-action info: batch:DeleteJobQueue on arn:aws:batch:us-east-1:111122223333:job-queue/q"},
		{`"Action": "s3:*", "Resource": "arn:aws:sqs:us-east-1:111122223333:q"`, ""}, // none of them acts on a queue
		{`"Action": "ecs:*", "Resource": "*"`, "wildcard-service-action medium: ecs:DeleteAttributes on arn:aws:ecs:us-east-1:111122223333:container-instance/example/example"},
		{`"Action": ["*", "s3:*"], "Resource": "arn:aws:s3:::b/*"`, "wildcard-action high: s3:GetObject on arn:aws:s3:::b/example"},
		{`"Action": "sqs:*", "Resource": "*"`, "wildcard-service-action medium: sqs:AddPermission on arn:aws:sqs:us-east-1:111122223333:example"},
		{`"Action": "sqs:*", "Resource": "arn:aws:sqs:us-east-1:111122223333:*"`,
			"wildcard-service-action medium: sqs:AddPermission on arn:aws:sqs:us-east-1:111122223333:example"},

		{`"Action": "sns:Publish", "Resource": "*"`, "wildcard-resource medium: sns:Publish on arn:aws:sns:us-east-1:111122223333:example"},
		{`"Action": "sns:Publish", "Resource": ["arn:aws:sns:us-east-1:111122223333:news", "*"]`,
			"wildcard-resource medium: sns:Publish on arn:aws:sns:us-east-1:111122223333:example"},
		{`"Action": "s3:Put*", "Resource": "*"`, "wildcard-resource medium: s3:PutBucketPolicy on arn:aws:s3:::example"},
		{`"Action": "s3:*Object", "Resource": "*"`, "wildcard-resource medium: s3:PutObject on arn:aws:s3:::example/example"},
		{`"Action": ["sqs:Send*", "SQS:*"], "Resource": "*"`,
			"wildcard-service-action medium: sqs:AddPermission on arn:aws:sqs:us-east-1:111122223333:example"},
		{`"Action": "kms:CreateGrant", "Resource": "*", ` + notAWS, "wildcard-resource medium: kms:CreateGrant on arn:aws:kms:us-east-1:111122223333:key/example"},
		{`"Action": "sns:Publish", "Resource": "*", ` + inSNS, ""},
		{`"Action": "sns:Publish", "Resource": "*", ` + inSQS, "wildcard-resource medium"},
		{`"Action": "route53:ChangeResourceRecordSets", "Resource": "*", ` + names, ""},
		{`"Action": "iam:PassRole", "Resource": "*", ` + passed, "wildcard-resource medium: iam:PassRole on arn:aws:iam::111122223333:role/example"},
		{`"Action": "sqs:TagQueue", "Resource": "*", ` + tagged, ""},
		{`"Action": "ec2:CreateVolume", "Resource": "*"`, "wildcard-resource low: ec2:CreateVolume on arn:aws:ec2:us-east-1:111122223333:volume/example"},

		{`"NotAction": "s3:DeleteBucket", "Resource": "*"`, "not-action-allow critical: iam:AttachUserPolicy on arn:aws:iam::111122223333:user/example"},
		{`"NotAction": "s3:DeleteBucket", "Resource": "*", ` + mfa, "not-action-allow medium: iam:AttachUserPolicy on arn:aws:iam::111122223333:user/example"},
		{`"NotAction": "iam:*", "Resource": "*"`, "not-action-allow high: organizations:LeaveOrganization on *"},
		{`"NotAction": ["iam:*", "organizations:*", "account:*"], "Resource": "*"`,
			"not-action-allow medium: sso:CreateAccountAssignment on arn:aws:sso:::account/111122223333"},
		{`"NotAction": "iam:*", "Resource": "arn:aws:iam::*:user/${aws:username}"`, "not-action-allow low"}, // three of another service
		{`"Action": "s3:PutObject", "NotResource": "arn:aws:s3:::b/*"`, "not-resource-allow high: s3:PutObject on arn:aws:s3:::example/example"},
		{`"Action": "s3:PutObject", "NotResource": "arn:aws:s3:::b/${aws:username}/*"`, "not-resource-allow high: s3:PutObject on arn:aws:s3:::example/example"},
		{`"Action": "s3:ListAllMyBuckets", "NotResource": "arn:aws:s3:::b"`, ""}, // takes no resource
		// What it needs besides a VPC is left out.
		{`"Action": "ec2:CreateVpcEndpoint", "NotResource": "arn:aws:ec2:*:*:vpc-endpoint/*"`, ""},
		{`"Action": "ec2:CreateVpcEndpoint", "NotResource": "arn:aws:ec2:*:*:vpc-endpoint/vpce-1"`,
			"not-resource-allow high: ec2:CreateVpcEndpoint on arn:aws:ec2:us-east-1:111122223333:vpc/example"},
	}
	for _, tt := range tests {
		got := breadth(t, "policy.json", `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", `+tt.statement+`}}`)
		if diff := cmp.Diff(tt.want, strings.TrimSpace(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.statement, diff)
		}
	}
}

// How bad it is to allow everything depends on who has the policy.
func TestAdminAccessByHolder(t *testing.T) {
	const document = `data "aws_iam_policy_document" "admin" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}
resource "aws_iam_role" "ci" { assume_role_policy = var.trust }
resource "aws_iam_user" "ann" { name = "ann" }
resource "aws_iam_policy" "admin" { policy = data.aws_iam_policy_document.admin.json }
variable "trust" {}
`
	const (
		role = `resource "aws_iam_role_policy_attachment" "ci" {
  role       = aws_iam_role.ci.name
  policy_arn = aws_iam_policy.admin.arn
}
`
		user = `resource "aws_iam_user_policy_attachment" "ann" {
  user       = aws_iam_user.ann.name
  policy_arn = aws_iam_policy.admin.arn
}
`
	)
	for _, tt := range []struct{ attached, want string }{
		{"", "admin-access critical"}, {role, "admin-access high"}, {role + user, "admin-access critical"},
	} {
		got, _, _ := strings.Cut(breadth(t, "main.tf", document+tt.attached), ":")
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.attached, got, tt.want)
		}
	}
}

// How bad it is to allow everything depends on what Deny statements leave of it.
func TestAdminAccessLessDenies(t *testing.T) {
	for _, tt := range []struct{ deny, want string }{
		{`"Action": "s3:*"`, "admin-access critical: iam:AttachUserPolicy on arn:aws:iam::111122223333:user/example"},
		{`"Action": "iam:*"`, "admin-access high: organizations:LeaveOrganization on *"},
		{`"Action": ["iam:*", "organizations:*", "account:*"]`, "admin-access medium: sso:CreateAccountAssignment on arn:aws:sso:::account/111122223333"},
		{`"NotAction": "s3:*"`, "admin-access medium: s3:PutBucketPolicy on arn:aws:s3:::example"},
	} {
		got := breadth(t, "policy.json", `{"Version": "2012-10-17", "Statement": [
			{"Effect": "Allow", "Action": "*", "Resource": "*"},
			{"Effect": "Deny", `+tt.deny+`, "Resource": "*"}]}`)
		if diff := cmp.Diff(tt.want, strings.TrimSpace(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.deny, diff)
		}
	}
}
