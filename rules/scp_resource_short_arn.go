package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// SCPResourceShortARN reports ARNs that Organizations refuses.
var SCPResourceShortARN = &Rule{
	Name:     "scp-resource-short-arn",
	Kind:     Error,
	Policies: policy.SCP | policy.RCP,
	Doc: `an ARN has too few fields for a control policy

An ARN in a service control policy has six fields, or ends in a *; in a resource
control policy it always has six. Organizations refuses any other. Write all
fields, with * for those that may be anything.`,
	Format: "main.tf",
	Bad: `resource "aws_organizations_policy" "p" {
  name = "p"
  type = "SERVICE_CONTROL_POLICY"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "s3:*", Resource = «"arn:aws:s3"» }]
  })
}
`,
	Good: `resource "aws_organizations_policy" "p" {
  name = "p"
  type = "SERVICE_CONTROL_POLICY"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "s3:*", Resource = "arn:aws:s3:::*" }]
  })
}
`,
	Run: scpResourceShortARN,
}

func scpResourceShortARN(pass *Pass) {
	for _, r := range pass.resources() {
		text, known := r.value.Literal()
		if !known || r.isARN || !strings.HasPrefix(text, "arn:") || pass.Policy.Kind == policy.SCP && strings.HasSuffix(text, "*") {
			continue
		}
		pass.Reportf(r.statement, *r.value, "%q is rejected in %s: it has %d of 6 fields", text, policyInWords(pass.Policy), strings.Count(text, ":")+1).Subject = text
	}
}
