package rules

import "github.com/iamlint/iamlint/access"

// NullOperatorMisuse reports Null with IfExists or a set prefix.
var NullOperatorMisuse = &Rule{
	Name: "null-operator-misuse",
	Kind: Error,
	Doc: `a suffix or prefix on Null, which takes none

Null asks whether the request has the key, which IfExists makes senseless: AWS
refuses NullIfExists. With ForAllValues or ForAnyValue, AWS's own tools disagree
on what it means. Write Null.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {«"NullIfExists"»: {"aws:SourceVpce": "false"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"Null": {"aws:SourceVpce": "false"}}}
  ]
}
`,
	Run: nullOperatorMisuse,
}

func nullOperatorMisuse(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for _, e := range s.Condition.Entries {
			text, known := e.Operator.Literal()
			if !known {
				continue
			}
			switch op := access.ParseOperator(text); {
			case op.Family != access.NullOperator:
			case op.IfExists:
				f := pass.Reportf(s, e.Operator, "Null takes no IfExists")
				f.Subject = text
				edits, ok := pass.Replace(e.Operator, "Null")
				f.Fix("write Null", edits, ok && !op.HasSet() && !hasOperator(s, "Null"))
			case op.HasSet():
				pass.Reportf(s, e.Operator, "%s does not test presence reliably; write Null", text).As(Warning, 0).Subject = text
			}
		}
	}
}
