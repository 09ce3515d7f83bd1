package rules

import "github.com/iamlint/iamlint/access"

// MultipleBooleans reports keys that are compared with both true and false.
var MultipleBooleans = &Rule{
	Name: "multiple-booleans",
	Kind: Error,
	Doc: `a key is compared with both true and false

Either value of the key matches: the entry only demands that the key is there at
all, or nothing. Write the one that is meant.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"Bool": {"aws:SecureTransport": «["true", "false"]»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}
  ]
}
`,
	Run: multipleBooleans,
}

func multipleBooleans(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for _, e := range s.Condition.Entries {
			if len(e.Values) < 2 || !e.Operator.Known() {
				continue
			}
			family := access.ParseOperator(e.Operator.Text()).Family
			if (family == access.BoolOperator || family == access.NullOperator) && mentions(e.List, "true") && mentions(e.List, "false") {
				f := pass.Reportf(s, e.List.Span.Or(e.Span), "%s is compared with both true and false", e.Variable.String())
				f.Subject = e.Variable.String()
			}
		}
	}
}
