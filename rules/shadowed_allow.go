package rules

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// ShadowedAllow reports Allow statements of which nothing is left.
var ShadowedAllow = &Rule{
	Name: "shadowed-allow",
	Kind: Warning,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource | policy.Trust |
		policy.SCP | policy.Boundary,
	Doc: `an Allow statement is denied entirely

A Deny outranks every Allow. Where Deny statements of the same policy, without
conditions, match every request that an Allow matches, the Allow never takes
effect. Remove it, or narrow the Deny.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": «"Read"», "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"},
    {"Sid": "KeepOut", "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::example/*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"},
    {"Sid": "KeepOut", "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::example/private/*"}
  ]
}
`,
	Run: shadowedAllow,
}

func shadowedAllow(pass *Pass) {
	analysis := pass.Analysis()
	if analysis.NoDeny() || pass.Policy.IsInstance() {
		return
	}
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Allow {
			continue
		}
		by := analysis.Shadow(s)
		if len(by) == 0 {
			continue
		}
		f := pass.Reportf(s, s.Mark(), "never takes effect: %s everything it allows", denyInWords(by)).As(Error, 0)
		for _, deny := range by {
			f.AddRelated(deny.Mark(), "denies it")
		}
	}
}

// denyInWords names statements that deny something, with the verb.
func denyInWords(by []*policy.Statement) string {
	names := make([]string, len(by))
	for i, s := range by {
		names[i] = statementName(s)
	}
	if len(names) == 1 {
		return "statement " + names[0] + " denies"
	}
	return fmt.Sprintf("statements %s and %s together deny",
		strings.Join(names[:len(names)-1], ", "), names[len(names)-1])
}

// statementName returns the statement's Sid in quotes, or else its number.
func statementName(s *policy.Statement) string {
	if sid := s.SidText(); sid != "" {
		return strconv.Quote(sid)
	}
	return strconv.Itoa(s.Index + 1)
}
