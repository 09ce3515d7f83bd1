package rules

import "github.com/iamlint/iamlint/access"

// InvalidConditionValue reports values that are not what their operator
// compares.
var InvalidConditionValue = &Rule{
	Name: "invalid-condition-value",
	Kind: Error,
	Doc: `the operator cannot compare anything with this value

Numeric operators take numbers, Bool and Null take true or false, Date operators
take ISO 8601 dates, IpAddress takes addresses and ranges in CIDR notation,
without wildcards, BinaryEquals takes base64, and Arn operators take ARNs. A
value of another form matches nothing, so that an Allow grants nothing and a
Deny protects nothing.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"IpAddress": {"aws:SourceIp": [«"203.0.113.*"», "198.51.100.7"]}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "198.51.100.7"]}}
  }
}
`,
	Run: invalidConditionValue,
}

func invalidConditionValue(pass *Pass) {
	for e := range pass.comparisons() {
		if e.op.Family == access.StringOperator || e.fit() != fits {
			continue // what is wrong is the operator
		}
		for j := range e.Values {
			v := &e.Values[j]
			if cannotTake(e.op.Family, v) {
				pass.Reportf(e.statement, *v, "%q is not a valid %s for %s", *v, valueNames[e.op.Family], e.Operator)
			}
		}
	}
}
