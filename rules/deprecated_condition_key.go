package rules

import "strings"

// DeprecatedConditionKey reports condition keys that another one has replaced.
var DeprecatedConditionKey = &Rule{
	Name: "deprecated-condition-key",
	Kind: Warning,
	Doc: `the condition key is superseded

aws:ARN is not documented any more: aws:PrincipalArn holds the caller's ARN, of a
session the role's. For services that call, aws:SourceAccount tells what
aws:SourceOwner told.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"ArnEquals": {«"aws:ARN"»: "arn:aws:iam::111122223333:role/deploy"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/deploy"}}}
  ]
}
`,
	Run: deprecatedConditionKey,
}

func deprecatedConditionKey(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for _, e := range s.Condition.Entries {
			text, known := e.Variable.Literal()
			switch {
			case !known:
			case isFormerKey(text):
				f := pass.Reportf(s, e.Variable, "%s is superseded by aws:PrincipalArn", text)
				f.Subject = text
				edits, ok := pass.Replace(e.Variable, "aws:PrincipalArn")
				f.Fix("replace by aws:PrincipalArn", edits, ok && !hasEntryFor(s, "aws:PrincipalArn"))
			case strings.EqualFold(text, "aws:SourceOwner") && len(onlyServices(s)) > 0:
				pass.Reportf(s, e.Variable, "%s is superseded by aws:SourceAccount", text).Subject = text
			}
		}
	}
}

// isFormerKey says whether the key is the former name of aws:PrincipalArn.
func isFormerKey(key string) bool { return strings.EqualFold(key, "aws:ARN") }
