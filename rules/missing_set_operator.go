package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
)

// MissingSetOperator reports keys with several values that are compared like
// one.
var MissingSetOperator = &Rule{
	Name: "missing-set-operator",
	Kind: Error,
	Doc: `a key with several values needs ForAnyValue or ForAllValues

Of a key that can have several values in a request, such as aws:TagKeys, the
operator must say whether one of them is to match, with ForAnyValue, or all of
them, with ForAllValues. Without that it never matches.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "sqs:TagQueue", "Resource": "*", "Condition": {«"StringEquals"»: {"aws:TagKeys": ["team"]}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "sqs:TagQueue", "Resource": "*", "Condition": {"ForAnyValue:StringEquals": {"aws:TagKeys": ["team"]}}}
  ]
}
`,
	Run: missingSetOperator,
}

// missingSetOperator leaves out the keys of EventBridge, which match without:
// see "Using IAM policy conditions" in its User Guide.
func missingSetOperator(pass *Pass) {
	for e := range pass.comparisons() {
		several, _ := e.isMultivalued()
		if !several || e.op.HasSet() || e.op.Family == access.NullOperator || strings.HasPrefix(e.name, "events:") {
			continue
		}
		f := pass.Reportf(e.statement, e.Operator, "%s can have several values: use ForAnyValue or ForAllValues", e.Variable.Text())
		f.Subject = e.Variable.Text()
		if !strings.HasPrefix(e.name, "aws:") {
			f.As(Warning, 0) // the type in AWS's data may be wrong
		}
	}
}
