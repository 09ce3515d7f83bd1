package rules

import "github.com/iamlint/iamlint/access"

// MultipleBooleans reports keys that are compared with both true and false.
var MultipleBooleans = &Rule{
	Name: "multiple-booleans",
	Kind: Error,
	Doc: `a key is compared with both true and false

Bool is met by any of the values, so that true and false together are met by
every request that has the key; of Null, by every request at all. The condition
restricts nothing. Leave the one that is meant.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"Bool": {"aws:SecureTransport": «["true", "false"]»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"Bool": {"aws:SecureTransport": "true"}}
  }
}
`,
	Run: multipleBooleans,
}

func multipleBooleans(pass *Pass) {
	for e := range pass.comparisons() {
		if e.op.Family != access.BoolOperator && e.op.Family != access.NullOperator || len(e.Values) < 2 {
			continue
		}
		if mentions(e.List, "true") && mentions(e.List, "false") {
			at := e.List.Span
			if !e.Written {
				at = e.Values[0].Span
			}
			pass.Reportf(e.statement, at, "%s compared with both true and false", e.Variable).Subject = e.name
		}
	}
}
