package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// RedundantResource reports resources that another entry of the same list
// covers.
var RedundantResource = &Rule{
	Name: "redundant-resource",
	Kind: Suggestion,
	Doc: `a resource is covered by another one of the list

An ARN that a pattern of the same list covers changes nothing, and hides from the
reader how much the pattern matches. Remove it; or the pattern, if the ARN is all
that is meant.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": ["arn:aws:s3:::example/*", «"arn:aws:s3:::example/public/*"»]
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": ["arn:aws:s3:::example/*"]
  }
}
`,
	Run: redundantResource,
}

func redundantResource(pass *Pass) {
	modern := pass.Policy.Modern()
	compile := func(v policy.Value) *access.Pattern { return access.ResourcePattern(v, modern) }
	for _, s := range pass.Policy.Statements {
		pass.reportRedundant(s, s.Resource, compile)
		if !modern || !hasVariable(s.NotResource) { // the statement does not apply where it has no value
			pass.reportRedundant(s, s.NotResource, compile)
		}
	}
}

func hasVariable(l policy.List) bool {
	return slices.ContainsFunc(l.Values, func(v policy.Value) bool { return strings.Contains(v.Text(), "${") })
}
