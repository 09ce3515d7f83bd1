package rules

import "strings"

// InvalidConditionKeyFormat reports condition keys that are not of the form
// prefix:name.
var InvalidConditionKeyFormat = &Rule{
	Name: "invalid-condition-key-format",
	Kind: Error,
	Doc: `the condition key is not of the form prefix:name

A condition key is aws, a service's prefix or the host of an identity provider, a
colon, and a name: aws:SourceIp, s3:prefix. AWS refuses any other.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {«"PrincipalAccount"»: "111122223333"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333"}}}
  ]
}
`,
	Run: invalidConditionKeyFormat,
}

func invalidConditionKeyFormat(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for _, e := range s.Condition.Entries {
			text, known := e.Variable.Literal()
			prefix, name, ok := strings.Cut(text, ":")
			if known && (!ok || prefix == "" || name == "") {
				pass.Reportf(s, e.Variable, "condition key %q is not prefix:name", text).Subject = text
			}
		}
	}
}
