package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// S3BucketObjectMismatch reports actions of S3 with the wrong one of two ARNs.
var S3BucketObjectMismatch = &Rule{
	Name:     "s3-bucket-object-mismatch",
	Kind:     Error,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource | policy.Boundary | policy.Session | policy.SCP,
	Doc: `the action is about objects and the ARN about the bucket, or the reverse

In S3 the bucket and its objects are different resources: s3:ListBucket is about
arn:aws:s3:::name, s3:GetObject about arn:aws:s3:::name/*. With the other ARN the
action never applies. Add the missing one.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": «"s3:GetObject"», "Resource": "arn:aws:s3:::example"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}
  ]
}
`,
	Run: s3BucketObjectMismatch,
}

func s3BucketObjectMismatch(pass *Pass) {
	for _, m := range pass.mismatches() {
		lacks := m.s3Mix()
		if lacks == "" {
			continue
		}
		has := map[string]string{"object": "bucket", "bucket": "object"}[lacks]
		first := m.statement.Resource.Values[0]
		f := pass.Reportf(m.statement, m.value, "%s works on %ss; %s is the ARN of a %s", m.value.String(), lacks, first.String(), has)
		f.Subject = m.value.String()
		if !m.all {
			f.As(Warning, 0)
		}
		if text, ok := first.Literal(); ok && len(m.statement.Resource.Values) == 1 {
			missing := text + "/*"
			if lacks == "bucket" {
				missing, _, _ = strings.Cut(text, "/")
			}
			edits, ok := pass.Append(m.statement.Resource, missing)
			f.Fix("add "+missing, edits, ok)
		}
	}
}
