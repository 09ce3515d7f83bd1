package rules

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// MissingVersion reports policies without a Version.
var MissingVersion = &Rule{
	Name: "missing-version",
	Kind: Warning,
	Doc: `the policy has no Version

Without a Version a policy is read as one of 2008-10-17, in which there are no
policy variables: ${aws:username} is then literal text that matches nothing.
IAM refuses new identity policies without it, and a resource control policy
must have it. Write "Version": "2012-10-17".`,
	Bad:  `«{»"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}]}`,
	Good: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}]}`,
	Run:  missingVersion,
}

func missingVersion(pass *Pass) {
	d := pass.Policy
	if d.Version != nil || len(d.Rest) > 0 || slices.Contains(misspelled(d)[nil], "Version") {
		return
	}
	f := pass.Reportf(nil, d.Head, "no Version: policy variables will not work; use %q", newestVersion)
	if d.Kind == policy.RCP {
		f.As(Error, 0)
	}
	if sameIn2012(d) {
		edits, ok := pass.setVersion()
		f.Fix("add the Version", edits, ok)
	}
}
