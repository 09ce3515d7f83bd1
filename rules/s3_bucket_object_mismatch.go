package rules

import "github.com/iamlint/iamlint/policy"

// S3BucketObjectMismatch reports actions on objects that are given a bucket, and
// actions on buckets that are given objects.
var S3BucketObjectMismatch = &Rule{
	Name:     "s3-bucket-object-mismatch",
	Kind:     Error,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource,
	Doc: `an S3 action on objects has only a bucket, or the other way round

The ARN of a bucket, arn:aws:s3:::example, does not include the objects in it:
they are arn:aws:s3:::example/*. Actions such as s3:GetObject work on objects,
others such as s3:ListBucket on the bucket. With the wrong one of the two a
statement has no effect: an Allow grants nothing, a Deny protects nothing. Add the
other ARN to the statement.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["s3:ListBucket", «"s3:GetObject"»],
    "Resource": "arn:aws:s3:::example"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["s3:ListBucket", "s3:GetObject"],
    "Resource": ["arn:aws:s3:::example", "arn:aws:s3:::example/*"]
  }
}
`,
	Run: s3BucketObjectMismatch,
}

func s3BucketObjectMismatch(pass *Pass) {
	for i := range pass.statementFits() {
		m := &pass.statementFits()[i]
		for _, b := range m.bucketMisses() {
			f := pass.Reportf(m.statement, b.misfits[0].value, "%s", b.inWords())
			f.Subject = misfitsInWords(b.misfits)
			f.Fix(b.fix(pass, m))
		}
	}
}
