package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// UnsupportedActionInResourcePolicy reports actions that are not of the
// resource that has the policy.
var UnsupportedActionInResourcePolicy = &Rule{
	Name:     "unsupported-action-in-resource-policy",
	Kind:     Error,
	Policies: policy.Resource,
	Doc: `the action is not one of the resource that has the policy

The policy of a resource is asked about actions on that resource only. An action
of another service there grants and denies nothing, and most services refuse the
policy. Put it into an identity policy.`,
	Format: "main.tf",
	Bad: `variable "name" {
  type = string
}

resource "aws_s3_bucket_policy" "b" {
  bucket = "example"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "111122223333" }, Action = «"kms:Decrypt"», Resource = "arn:aws:s3:::example/*" },
    ]
  })
}
`,
	Good: `variable "name" {
  type = string
}

resource "aws_s3_bucket_policy" "b" {
  bucket = "example"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "s3:GetObject", Resource = "arn:aws:s3:::example/*" },
    ]
  })
}
`,
	Run: unsupportedActionInResourcePolicy,
}

func unsupportedActionInResourcePolicy(pass *Pass) {
	d := pass.Policy
	service := d.Service
	if d.Guessed || !judgedServices[service] {
		return
	}
	found := pass.listedActions()
	for _, s := range d.Statements {
		for i, a := range found.of(s) {
			if a == nil {
				continue
			}
			prefix := a.Service().Prefix()
			switch {
			case prefix != service && !(service == "s3" && strings.HasPrefix(prefix, "s3")):
				f := pass.Reportf(s, s.Action.Values[i], "a policy of %s cannot grant or deny %s", service, a.FullName())
				f.Subject = a.FullName()
			case prefix == service && a.WildcardOnly():
				f := pass.Reportf(s, s.Action.Values[i], "%s is not about a resource: it does nothing in a resource policy", a.FullName())
				f.Subject = a.FullName()
				if service != "s3" {
					f.As(Warning, 0) // S3 refuses it
				}
			}
		}
	}
}

// judgedServices are those whose resource policies take actions of their own
// prefix only.
//
// Sources: the developer guides of these services on resource policies.
var judgedServices = map[string]bool{
	"s3": true, "sqs": true, "sns": true, "kms": true, "secretsmanager": true, "lambda": true, "ecr": true,
	"elasticfilesystem": true, "dynamodb": true, "events": true,
}
