package rules

import "github.com/iamlint/iamlint/policy"

// UnsupportedResourceInResourcePolicy reports resources that the one that has
// the policy can never be.
var UnsupportedResourceInResourcePolicy = &Rule{
	Name:     "unsupported-resource-in-resource-policy",
	Kind:     Error,
	Policies: policy.Resource,
	Doc: `the policy is not about the resource that has it

A resource's policy decides on requests for that resource alone. The ARN of
another one matches no such request: AWS refuses the policy, or the statement has
no effect. Name the resource itself.`,
	Format: "main.tf",
	Bad: `resource "aws_s3_bucket_policy" "a" {
  bucket = "a"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::a", «"arn:aws:s3:::b/*"»]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }
  })
}
`,
	Good: `resource "aws_s3_bucket_policy" "a" {
  bucket = "a"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::a", "arn:aws:s3:::a/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }
  })
}
`,
	Run: unsupportedResourceInResourcePolicy,
}

func unsupportedResourceInResourcePolicy(pass *Pass) {
	d := pass.Policy
	if d.Guessed || d.Service == "" || d.Service == "backup" { // vaults hold what belongs to other services
		return
	}
	owner := owned(d)
	for i := range pass.resources() {
		listed := &pass.resources()[i]
		r := newFitResource(listed, d.Modern())
		if listed.not || r.open {
			continue
		}
		apart := owner != nil && ownsOne(d.Service) && r.isApartFrom(owner)
		if !apart && isOwnPrefix(d.Service, r.vendor) {
			continue
		}
		whose := "a resource of " + d.Service
		if owner != nil {
			whose = owner.value.String()
		}
		f := pass.Reportf(listed.statement, r.value, "the policy of %s names %s", whose, r.value)
		if f.Subject = r.value.String(); !takeOwnOnly[d.Service] {
			f.As(Warning, 0)
		}
	}
}
