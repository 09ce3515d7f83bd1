package rules

import "github.com/iamlint/iamlint/access"

// RedundantAction reports actions that another entry of the same list covers.
var RedundantAction = &Rule{
	Name: "redundant-action",
	Kind: Suggestion,
	Doc: `an action is covered by another one of the list

An action that a pattern of the same list covers changes nothing, and hides from
the reader how much the pattern allows. Remove it; or the pattern, if the action
is all that is needed.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["s3:Get*", «"s3:GetObject"»],
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["s3:Get*"],
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Run: redundantAction,
}

func redundantAction(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		pass.reportRedundant(s, s.Action, access.ActionPattern)
		pass.reportRedundant(s, s.NotAction, access.ActionPattern)
	}
}
