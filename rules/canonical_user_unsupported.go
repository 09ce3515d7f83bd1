package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// CanonicalUserUnsupported reports canonical user ids outside of S3.
var CanonicalUserUnsupported = &Rule{
	Name:     "canonical-user-unsupported",
	Kind:     Error,
	Policies: policy.Resource | policy.Trust,
	Doc: `canonical user ids are principals of S3 only

The canonical id of an account is understood by Amazon S3, and by no other
service. Name the account by its 12 digits, under AWS.`,
	Format: "main.tf",
	Bad: `resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { «CanonicalUser» = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
    }
  })
}
`,
	Good: `resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "111122223333" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
    }
  })
}
`,
	Run: canonicalUserUnsupported,
}

func canonicalUserUnsupported(pass *Pass) {
	d := pass.Policy
	if d.Kind == policy.Resource && (d.Service == "" || strings.HasPrefix(d.Service, "s3")) {
		return
	}
	for p := range pass.principals("CanonicalUser") {
		where := "a trust policy"
		if d.Kind == policy.Resource {
			where = "a policy of " + d.Service
		}
		pass.Reportf(p.statement, p.set.Type, "CanonicalUser works only with S3, not in %s", where).Subject = p.value.String()
	}
}
