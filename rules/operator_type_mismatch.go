package rules

// OperatorTypeMismatch reports operators that compare other things than the
// key's values are.
var OperatorTypeMismatch = &Rule{
	Name: "operator-type-mismatch",
	Kind: Warning,
	Doc: `the operator is not made for keys of this type

Each condition key has a type: text, number, date, boolean, IP address or ARN.
An operator for another type does not compare what is meant, such as
StringEquals with a range of addresses, which no address is equal to. It is an
error where the two can never match. Use an operator of the key's type, with
IfExists and set prefix as before.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"StringEquals": {«"aws:SourceIp"»: "203.0.113.0/24"}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
  }
}
`,
	Run: operatorTypeMismatch,
}

// operatorsFor says what to use for keys of a type.
var operatorsFor = map[string]string{
	"String":    "a String operator",
	"ARN":       "ArnLike or ArnNotLike",
	"Numeric":   "a Numeric operator",
	"Bool":      "Bool",
	"Date":      "a Date operator",
	"IPAddress": "IpAddress or NotIpAddress",
}

func operatorTypeMismatch(pass *Pass) {
	for e := range pass.comparisons() {
		fit := e.fit()
		if fit == fits {
			continue
		}
		of := e.valueType()
		f := pass.Reportf(e.statement, e.Variable, "%s does not fit %s (%s); use %s", e.Operator, e.Variable, of, operatorsFor[of])
		f.Subject = e.Operator.Text() + " " + e.name
		switch fit {
		case neverFits:
			f.As(Error, 0)
		case fitsAsText:
			f.As(Suggestion, 0)
		}
	}
}
