package access_test

import (
	"testing"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
)

func TestWitness(t *testing.T) {
	tests := []struct {
		list             []string
		wanted           string
		action, resource string // none: there is no witness
	}{
		{[]string{allow("*", "*")}, "*", "iam:AttachUserPolicy", "arn:aws:iam::111122223333:user/example"},
		{[]string{allow("s3:*", "*")}, "s3:*", "s3:PutBucketPolicy", "arn:aws:s3:::example"},
		{[]string{allow("s3:Get*", "*")}, "s3:Get*", "s3:GetObject", "arn:aws:s3:::example/example"},
		{[]string{allow("s3:*", "arn:aws:s3:::app-*")}, "s3:GetObject", "s3:GetObject", "arn:aws:s3:::app-example/example"},
		{[]string{allow("s3:*", "arn:aws:s3:::app/??/*.txt")}, "s3:GetObject", "s3:GetObject", "arn:aws:s3:::app/11/example.txt"},
		{[]string{allow("s3:*", "arn:aws:s3:::app")}, "s3:GetObject", "", ""}, // no object
		{[]string{allow("s3:*", "arn:aws:s3:::app/* arn:aws:s3:::app")}, "s3:*", "s3:PutBucketPolicy", "arn:aws:s3:::app"},
		{[]string{allow("s3:*", "arn:aws:s3:::*")}, "s3:ListAllMyBuckets", "", ""},
		{[]string{allow("s3:*", "*")}, "s3:ListAllMyBuckets", "s3:ListAllMyBuckets", "*"},
		{[]string{allow("dynamodb:*", "arn:aws-cn:dynamodb:*:4444*:table/*")}, "dynamodb:DeleteTable", "", ""},
		{[]string{allow("dynamodb:*", "arn:aws-cn:dynamodb:*:*:table/t")}, "dynamodb:DeleteTable",
			"dynamodb:DeleteTable", "arn:aws-cn:dynamodb:us-east-1:111122223333:table/t"},
		{[]string{allow("dynamodb:*", "arn:*:dynamodb:eu-*-3:*:table/t")}, "dynamodb:DeleteTable",
			"dynamodb:DeleteTable", "arn:aws:dynamodb:eu-west-3:111122223333:table/t"},
		{[]string{allow("!iam:*", "*")}, "*", "organizations:LeaveOrganization", "*"},
		{[]string{allow("s3:*", "!arn:aws:s3:::secret/*")}, "s3:GetObject", "s3:GetObject", "arn:aws:s3:::example/example"},
		{[]string{allow("s3:*", "*"), deny("s3:PutBucketPolicy", "*")}, "s3:*", "s3:GetObject", "arn:aws:s3:::example/example"},
		{[]string{allow("s3:*", "*"), deny("*", "*")}, "s3:*", "", ""},
		{[]string{allow("s3:Get*", "*")}, "s3:Put*", "", ""},
		{[]string{allow("s3:*", "arn:aws:s3:::b/${aws:username}/*")}, "s3:GetObject", "s3:GetObject", "arn:aws:s3:::b/example/example"},
	}
	for _, tt := range tests {
		d := statements(t, tt.list...)
		w := access.NewAnalysis(catalog.Default(), d).Witness(d.Statements[0], tt.wanted)
		switch {
		case w == nil && tt.action != "":
			t.Errorf("%s by %v: no witness, want %s on %s", tt.wanted, tt.list, tt.action, tt.resource)
		case w == nil:
		case w.Action != tt.action || w.Resource != tt.resource:
			t.Errorf("%s by %v: %s on %s, want %s on %s", tt.wanted, tt.list, w.Action, w.Resource, tt.action, tt.resource)
		case access.Decide(d, w) != access.Allowed:
			t.Errorf("%s by %v: %v is not allowed", tt.wanted, tt.list, w)
		}
	}
}

// Holes are filled in only where it is known what they are like.
func TestWitnessHoles(t *testing.T) {
	tests := []struct{ resource, want string }{
		{`"${aws_s3_bucket.b.arn}/*"`, "arn:aws:s3:::example/example"},
		{`"arn:aws:s3:::${var.name}/*"`, ""},
	}
	for _, tt := range tests {
		d := document(t, `data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:GetObject"]
    resources = [`+tt.resource+`]
  }
}
resource "aws_s3_bucket" "b" {}
variable "name" {}
`)
		got := ""
		if w := access.NewAnalysis(catalog.Default(), d).Witness(d.Statements[0], "s3:*"); w != nil {
			got = w.Resource
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.resource, got, tt.want)
		}
	}
}

// A Deny with a hole may deny the very request.
func TestNoWitnessBesideHole(t *testing.T) {
	d := document(t, `data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::*"]
  }
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::${var.name}/*"]
  }
}
variable "name" {}
`)
	if w := access.NewAnalysis(catalog.Default(), d).Witness(d.Statements[0], "s3:GetObject"); w != nil {
		t.Errorf("%v may be denied", w)
	}
}
