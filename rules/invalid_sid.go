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
	Doc: `the Sid has characters that IAM refuses

Outside of resource policies, a Sid consists of letters and digits. IAM and
Organizations refuse a policy with blanks, hyphens or other characters in one.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": «"Read-Objects"», "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "ReadObjects", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}
  ]
}
`,
	Run: invalidSid,
}

func invalidSid(pass *Pass) {
	var used *usedSids
	for _, s := range pass.Policy.Statements {
		if s.Sid == nil || onlyLettersAndDigits(s.Sid.Text()) == s.Sid.Text() {
			continue
		}
		if used == nil {
			used = &usedSids{first: map[string]*policy.Statement{}}
			for _, other := range pass.Policy.Statements {
				used.add(other)
			}
		}
		text := s.Sid.Text()
		f := pass.Reportf(s, *s.Sid, "Sid %q may contain only letters and digits", s.Sid.String())
		f.Subject = text
		clean := onlyLettersAndDigits(text)
		if clean != "" && used.first[clean] == nil && !pass.Policy.Open() && !s.Optional {
			used.first[clean] = s
			edits, ok := pass.Replace(*s.Sid, clean)
			f.Fix("leave them out", edits, ok)
		}
	}
}

// onlyLettersAndDigits returns the text without all others.
func onlyLettersAndDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return -1
	}, text)
}
