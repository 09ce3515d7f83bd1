package rules

import (
	"strconv"

	"github.com/iamlint/iamlint/policy"
)

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

// usedSids are the Sids of a policy.
type usedSids struct {
	first map[string]*policy.Statement // that has the Sid and is certainly there
	taken map[string]int               // the number that was appended to the Sid last
}

func (u *usedSids) add(s *policy.Statement) {
	sid := s.SidText()
	if _, ok := u.first[sid]; !ok && sid != "" && !s.Optional {
		u.first[sid] = s
	}
}

// free returns the Sid with a number that makes it unique.
func (u *usedSids) free(sid string) string {
	if u.taken == nil {
		u.taken = map[string]int{}
	}
	for n := max(2, u.taken[sid]+1); ; n++ {
		if free := sid + strconv.Itoa(n); u.first[free] == nil {
			u.taken[sid] = n
			return free
		}
	}
}
