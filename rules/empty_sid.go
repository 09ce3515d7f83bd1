package rules

import "github.com/iamlint/iamlint/policy"

// EmptySid reports Sids that are empty.
var EmptySid = &Rule{
	Name: "empty-sid",
	Kind: Suggestion,
	Doc: `the Sid is empty

An empty Sid says nothing, and some services take several for duplicates. Remove
it, or say in a word what the statement is for.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": «""», "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}
  ]
}
`,
	Run: emptySid,
}

func emptySid(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Sid != nil && s.Sid.Is("") && pass.Policy.Kind != policy.Trust {
			f := pass.Reportf(s, *s.Sid, "Sid is empty")
			edits, ok := pass.DeleteElement(s, "Sid")
			f.Fix("remove the Sid", edits, ok)
		}
	}
}
