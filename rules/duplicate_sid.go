package rules

import "github.com/iamlint/iamlint/policy"

// DuplicateSid reports statements that have the Sid of an earlier one.
var DuplicateSid = &Rule{
	Name: "duplicate-sid",
	Kind: Error,
	Doc: `two statements have the same Sid

The Sid tells the statements of one policy apart. IAM and Organizations refuse
a policy in which two are equal, as do SNS and SQS; other services let it pass,
but tools that go by the Sid mix the statements up. Give each its own.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "S3", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"},
    {"Sid": «"S3"», "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "S3Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"},
    {"Sid": "S3List", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example"}
  ]
}
`,
	Run: duplicateSid,
}

func duplicateSid(pass *Pass) {
	d := pass.Policy
	if len(d.Statements) < 2 {
		return
	}
	used := usedSids{first: map[string]*policy.Statement{}}
	for _, s := range d.Statements {
		used.add(s)
	}
	for _, s := range d.Statements {
		first := used.first[s.SidText()]
		if first == nil || first == s || s.Optional {
			continue
		}
		f := pass.Reportf(s, s.Sid, "Sid %q is used twice in one policy", s.SidText())
		f.AddRelated(first.Sid, "first used here")
		if !sidsAreUnique(d) {
			f.As(Suggestion, 0)
		}
		if !d.Open() && !s.Sid.Use().IsValid() && s.Sid.Span != first.Sid.Span {
			edits, ok := pass.Replace(*s.Sid, used.free(s.SidText()))
			f.Fix("append a number", edits, ok)
		}
	}
}

// sidsAreUnique says whether AWS demands it of such a policy.
func sidsAreUnique(d *policy.Document) bool {
	const always = policy.Identity | policy.PermissionSet | policy.SCP | policy.RCP |
		policy.Boundary | policy.Session | policy.Trust
	return d.Kind.Is(always) || d.Kind == policy.Resource && (d.Service == "sns" || d.Service == "sqs")
}
