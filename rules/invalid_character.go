package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/iamlint/iamlint/policy"
)

// InvalidCharacter reports characters that the policies of IAM cannot hold.
var InvalidCharacter = &Rule{
	Name: "invalid-character",
	Kind: Error,
	Doc: `the policy holds a character that AWS refuses

IAM and KMS take policies with characters up to U+00FF only. Quotes and dashes
that a word processor made, and characters that nobody sees, such as the
zero-width space, come with text that was copied. Write the plain character in
their place.`,
	Policies: policy.Identity | policy.Trust | policy.Boundary | policy.Session | policy.PermissionSet | policy.Resource,
	Bad:      `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example«–»data/*"}}`,
	Good:     `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example-data/*"}}`,
	Run:      invalidCharacter,
}

func invalidCharacter(pass *Pass) {
	if pass.writtenText().latin || !latinOnly(pass.Policy) {
		return
	}
	for s, v := range pass.writtenValues() {
		from, to, ok := beyondLatin(v)
		if !ok {
			continue
		}
		r, _ := utf8.DecodeRuneInString(v.Text()[from:to])
		f := pass.Reportf(s, v.Sub(from, to), "character %s is not allowed", characterInWords(r))
		f.Subject = v.String()
	}
}

// latinOnly says whether AWS refuses other characters in such a policy.
//
// Source: the patterns of policy documents in AWS's service models of IAM, STS,
// IAM Identity Center, KMS and Private CA (botocore 1.43.11). Organizations
// takes every character.
func latinOnly(d *policy.Document) bool {
	return d.Kind != policy.Resource || d.Service == "kms" || d.Service == "acm-pca"
}

// beyondLatin returns where in the value the first character stands that is
// not in [\t\n\r\x20-\xFF] and is written as itself: the source may also hold
// an escape sequence for it, of characters that may be there.
func beyondLatin(v *policy.Value) (from, to int, ok bool) {
	if isLatin(v.Text()) {
		return 0, 0, false
	}
	return firstBeyondLatin(v.Text(), v.Runs())
}

func firstBeyondLatin(text string, runs []policy.Run) (from, to int, ok bool) {
	for i, r := range text {
		n := utf8.RuneLen(r)
		if r <= 0xff || r == utf8.RuneError && !strings.HasPrefix(text[i:], string(r)) {
			continue
		}
		for len(runs) > 0 && runs[0].At+runs[0].Len <= i {
			runs = runs[1:]
		}
		if len(runs) > 0 && runs[0].At <= i && int(runs[0].End()-runs[0].Pos()) == runs[0].Len {
			return i, i + n, true
		}
	}
	return 0, 0, false
}
