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
		if s.Sid == nil || strings.IndexFunc(s.Sid.Text(), notInSid) < 0 {
			continue
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

func notInSid(r rune) bool {
	return !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z')
}

// cleanSid returns the Sid without what does not belong there.
func cleanSid(sid *policy.Value) string {
	return strings.Map(func(r rune) rune {
		if notInSid(r) {
			return -1
		}
		return r
	}, sid.Text())
}

// cleanSids counts the statements that would have a Sid if all had clean ones;
// it is empty if that is not known.
func cleanSids(d *policy.Document) map[string]int {
	count := map[string]int{}
	for _, s := range d.Statements {
		if d.Open() || s.Sid != nil && !s.Sid.Known() {
			return map[string]int{}
		}
		if s.Sid != nil {
			count[cleanSid(s.Sid)]++
		}
	}
	return count
}
