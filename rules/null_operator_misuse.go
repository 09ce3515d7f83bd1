package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// NullOperatorMisuse reports Null with what other operators take.
var NullOperatorMisuse = &Rule{
	Name: "null-operator-misuse",
	Kind: Error,
	Doc: `the operator Null takes neither IfExists nor a set prefix

Null asks whether a request has a key: IfExists makes no sense there, and AWS
does not take it. With ForAllValues: or ForAnyValue: it says the same for every
request by AWS's documentation, and is a warning. Write Null alone; it works for
keys with several values, too.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "ec2:CreateTags",
    "Resource": "*",
    "Condition": {«"NullIfExists"»: {"aws:TagKeys": "false"}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "ec2:CreateTags",
    "Resource": "*",
    "Condition": {"Null": {"aws:TagKeys": "false"}}
  }
}
`,
	Run: nullOperatorMisuse,
}

func nullOperatorMisuse(pass *Pass) {
	var last policy.Value
	for e := range pass.comparisons() {
		op := e.Operator
		if e.op.Family != access.NullOperator || op.Pos().IsValid() && op.Pos() == last.Pos() {
			continue // under one operator there may be several keys
		}
		last = op
		switch {
		case e.op.IfExists:
			f := pass.Reportf(e.statement, op, "%s: Null takes no IfExists", op)
			if !e.op.HasSet() && !hasOperator(e.statement, "null") {
				edits, ok := pass.Replace(op, "Null")
				f.Fix("write Null", edits, ok)
			}
		case e.op.HasSet():
			pass.Reportf(e.statement, op, "%s does not test presence reliably; write Null", op).As(Warning, 0)
		}
	}
}
