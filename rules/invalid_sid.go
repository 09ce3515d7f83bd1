package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// InvalidSid reports Sids with characters that IAM does not take.
var InvalidSid = &Rule{
	Name:     "invalid-sid",
	Kind:     Error,
	Policies: policy.Identity | policy.PermissionSet | policy.Trust | policy.SCP | policy.RCP | policy.Boundary | policy.Session,
	Doc: `the Sid has characters other than letters and digits

In policies of IAM and of Organizations a Sid consists of the letters A to Z, in
upper and lower case, and digits. AWS refuses any other character, also hyphens,
underscores and spaces. Policies of resources, such as keys and buckets, may
have more, and the rule does not look at them.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Sid": «"Allow-Read"», "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Sid": "AllowRead", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}`,
	Run:  invalidSid,
}

func invalidSid(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Sid == nil || strings.IndexFunc(s.Sid.Text(), notInSid) < 0 {
			continue
		}
		f := pass.Reportf(s, s.Sid, "Sid %q may contain only letters and digits", s.Sid.String())
		if right := pass.cleanSid(s); right != "" {
			edits, ok := pass.Replace(*s.Sid, right)
			f.Fix("write "+right, edits, ok)
		}
	}
}

func notInSid(r rune) bool {
	return !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z')
}

// cleanSid returns the statement's Sid without what does not belong there, or
// nothing if that may be another's Sid, or would become one.
func (p *Pass) cleanSid(s *policy.Statement) string {
	if p.Policy.Open() || s.Sid.Use().IsValid() {
		return ""
	}
	right := withoutInvalid(s.Sid)
	for _, other := range p.Policy.Statements {
		if other != s && other.Sid != nil && (!other.Sid.Known() || withoutInvalid(other.Sid) == right) {
			return ""
		}
	}
	return right
}

func withoutInvalid(sid *policy.Value) string {
	return strings.Map(func(r rune) rune {
		if notInSid(r) {
			return -1
		}
		return r
	}, sid.Text())
}
