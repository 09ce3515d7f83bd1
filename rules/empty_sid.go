package rules

import "github.com/iamlint/iamlint/policy"

// EmptySid reports Sids that are the empty string.
var EmptySid = &Rule{
	Name: "empty-sid",
	Kind: Suggestion,
	Doc: `the Sid is empty

A Sid is optional; an empty one names nothing. Leave it out, or say what the
statement is for. Of trust policies the rule does not speak: the console wrote
an empty Sid into very many.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Sid": «""», "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}`,
	Run:  emptySid,
}

func emptySid(pass *Pass) {
	if pass.Policy.Kind == policy.Trust || pass.Policy.IsInstance() {
		return
	}
	for _, s := range pass.Policy.Statements {
		if s.Sid == nil || !s.Sid.Is("") {
			continue
		}
		edits, ok := pass.DeleteElement(s, "Sid")
		pass.Reportf(s, s.Sid, "Sid is empty").Fix("take the Sid out", edits, ok)
	}
}
