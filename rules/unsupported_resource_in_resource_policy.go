package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// UnsupportedResourceInResourcePolicy reports resources other than the one
// that has the policy.
var UnsupportedResourceInResourcePolicy = &Rule{
	Name:     "unsupported-resource-in-resource-policy",
	Kind:     Error,
	Policies: policy.Resource,
	Doc: `the policy of a resource names another resource

The policy of a bucket, queue or topic is about that one only. AWS refuses one
that names another, or it has no effect. Name the resource that has the policy.`,
	Format: "main.tf",
	Bad: `variable "name" {
  type = string
}

resource "aws_s3_bucket_policy" "b" {
  bucket = "example"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "s3:GetObject", Resource = «"arn:aws:s3:::another/*"» },
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
	Run: unsupportedResourceInResourcePolicy,
}

func unsupportedResourceInResourcePolicy(pass *Pass) {
	d := pass.Policy
	if d.Owner == nil || d.Service != "s3" && d.Service != "sqs" && d.Service != "sns" {
		return
	}
	owner, ok := arnFieldsOf(d.Owner)
	if !ok || !owner.known(arnResource) || !owner.known(arnService) {
		return
	}
	own, _, _ := strings.Cut(owner.text(arnResource), "/")
	if own == "" || strings.ContainsAny(own, "*?:") || strings.HasPrefix(own, "accesspoint") {
		return
	}
	for _, r := range pass.resources() {
		if !r.isARN || r.not || !r.arn.known(arnResource) || strings.Contains(r.value.Text(), "${") {
			continue
		}
		service, serviceKnown := r.arn.literal(arnService)
		name, _, _ := strings.Cut(r.arn.text(arnResource), "/")
		other := serviceKnown && service != owner.text(arnService)
		if !other && (strings.ContainsAny(name, "*?") || name == own || name == "" || strings.HasPrefix(name, "accesspoint")) {
			continue
		}
		f := pass.Reportf(r.statement, *r.value, "the policy of %s names %s", d.Owner.String(), r.value.String())
		f.Subject = r.value.String()
	}
}
