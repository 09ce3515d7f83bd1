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
	var clean map[string]int
	for _, s := range pass.Policy.Statements {
		if !hasInvalidSid(s) || pass.mayBeFilledIn(s.Sid) || pass.Policy.IsInstance() && hasInvalidSid(sameInText(pass.Policy, s)) {
			continue // it is said of the text
		}
		if clean == nil {
			clean = cleanSids(pass.Policy)
		}
		f := pass.Reportf(s, s.Sid, "Sid %q may contain only letters and digits", s.Sid.String())
		if right := cleanSid(s.Sid); right != "" && clean[right] == 1 && !s.Sid.Use().IsValid() {
			edits, ok := pass.Replace(*s.Sid, right)
			f.Fix("write "+right, edits, ok)
		}
	}
}

// hasInvalidSid says whether the Sid has a character that does not belong there,
// whatever is not known of it.
func hasInvalidSid(s *policy.Statement) bool {
	return s != nil && s.Sid != nil && strings.IndexFunc(s.Sid.Text(), notInSid) >= 0
}

// sameInText returns the statement in the text that a statement of an instance
// comes from; nil if there is none.
func sameInText(d *policy.Document, s *policy.Statement) *policy.Statement {
	for _, t := range d.Twin.Statements[min(s.Index, len(d.Twin.Statements)):] {
		if t.Span == s.Span {
			return t
		}
	}
	return nil
}
