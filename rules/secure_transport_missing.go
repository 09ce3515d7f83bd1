package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// SecureTransportMissing reports policies that do not insist on TLS.
var SecureTransportMissing = &Rule{
	Name:     "secure-transport-missing",
	Kind:     Suggestion,
	Policies: policy.Resource,
	Off:      true,
	Doc: `nothing denies requests without TLS

Amazon S3, SQS and SNS also take requests over plain HTTP. AWS Config and
Security Hub ask for a statement that denies them: Deny to everyone, with the
condition Bool aws:SecureTransport false.`,
	Format: "main.tf",
	Bad: `resource "aws_s3_bucket_policy" "b" {
  bucket = "example"
  policy = «jsonencode»({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "s3:GetObject", Resource = "arn:aws:s3:::example/*" },
    ]
  })
}
`,
	Good: `resource "aws_s3_bucket_policy" "b" {
  bucket = "example"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "s3:GetObject", Resource = "arn:aws:s3:::example/*" },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::example", "arn:aws:s3:::example/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}
`,
	Run: secureTransportMissing,
}

func secureTransportMissing(pass *Pass) {
	d := pass.Policy
	switch d.Service {
	case "s3", "sqs", "sns":
	default:
		return
	}
	if d.Open() || len(d.Statements) == 0 {
		return
	}
	for _, s := range d.Statements {
		if s.Effect != policy.Allow && mentionsSecureTransport(s) {
			return
		}
	}
	pass.Reportf(nil, d.Head, "no Deny for aws:SecureTransport false")
}

// mentionsSecureTransport says whether a condition is, or may be, on the key.
func mentionsSecureTransport(s *policy.Statement) bool {
	if conditionsMayHold(s) {
		return true
	}
	for _, e := range s.Condition.Entries {
		if strings.EqualFold(e.Variable.Text(), "aws:SecureTransport") {
			return true
		}
	}
	return false
}
