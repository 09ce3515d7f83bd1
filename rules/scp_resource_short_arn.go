package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// SCPResourceShortARN reports ARNs with too few fields in policies of
// organizations.
var SCPResourceShortARN = &Rule{
	Name:     "scp-resource-short-arn",
	Kind:     Error,
	Policies: policy.SCP | policy.RCP,
	Doc: `AWS Organizations refuses an ARN with fewer than six fields

In identity policies the fields that an ARN lacks stand for anything. AWS
Organizations refuses such an ARN in a resource control policy, and in a service
control policy too unless it ends in an asterisk. Write all six fields.`,
	Format: "main.tf",
	Bad: `resource "aws_organizations_policy" "keep" {
  name = "keep"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "sqs:DeleteQueue", Resource = «"arn:aws:sqs"» }]
  })
}
`,
	Good: `resource "aws_organizations_policy" "keep" {
  name = "keep"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "sqs:DeleteQueue", Resource = "arn:aws:sqs:*:*:*" }]
  })
}
`,
	Run: scpResourceShortArn,
}

func scpResourceShortArn(pass *Pass) {
	for _, r := range pass.resources() {
		if _, short := shortARN(r.value); !short || pass.Policy.Kind == policy.SCP && strings.HasSuffix(r.value.Suffix(), "*") {
			continue
		}
		pass.Reportf(r.statement, r.value, "%q is rejected in %s: an ARN has six fields", r.value.String(), policyInWords(pass.Policy))
	}
}
