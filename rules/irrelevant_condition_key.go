package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// IrrelevantConditionKey reports conditions on what is the same for all requests
// to a resource.
var IrrelevantConditionKey = &Rule{
	Name: "irrelevant-condition-key",
	Kind: Suggestion,
	Doc: `the condition key says nothing in this resource's policy

All requests that a resource's own policy is asked about are for that resource:
its account and organization are always the same. An entry that compares
aws:ResourceAccount or aws:ResourceOrgID with a fixed value is always true or
always false there. Compared with ${aws:PrincipalAccount} or
${aws:PrincipalOrgID} it binds the caller, and is not reported. To say who may
call, use aws:PrincipalAccount or aws:PrincipalOrgID.`,
	Policies: policy.Resource,
	Format:   "main.tf",
	Bad: `resource "aws_s3_bucket_policy" "example" {
  bucket = "example"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::example/*", Condition = { StringEquals = { «"s3:ResourceAccount"» = "111122223333" } } }]
  })
}`,
	Good: `resource "aws_s3_bucket_policy" "example" {
  bucket = "example"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::example/*", Condition = { StringEquals = { "aws:PrincipalAccount" = "111122223333" } } }]
  })
}`,
	Run: irrelevantConditionKey,
}

func irrelevantConditionKey(pass *Pass) {
	if pass.Policy.Guessed {
		return // it may be that of an endpoint, or of an organization
	}
	for _, e := range pass.conditionEntries() {
		if e.key == nil || e.key.known == nil || !isOfResource(e.key) || !comparesFixed(e.List) {
			continue
		}
		resource := "resource's"
		if pass.Policy.Service == "s3" {
			resource = "bucket's"
		}
		pass.Reportf(e.statement, e.Variable, "%s says nothing in a %s own policy", e.Variable.Text(), resource)
	}
}

// isOfResource says whether the key has the same value for all requests to one
// resource.
func isOfResource(k *conditionKey) bool {
	return k.is("aws:ResourceAccount") || k.is("aws:ResourceOrgID") || k.is("aws:ResourceOrgPaths") || k.is("s3:ResourceAccount")
}

// comparesFixed says whether no value is, or may hold, a policy variable.
func comparesFixed(l policy.List) bool {
	for _, v := range l.Values {
		if strings.Contains(v.Text(), "${") {
			return false
		}
		for _, h := range v.Holes() {
			if !h.Form.Safe() {
				return false
			}
		}
	}
	return !l.Open()
}
