package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// VariableUnsupportedPlace reports policy variables where AWS puts in nothing.
var VariableUnsupportedPlace = &Rule{
	Name: "variable-unsupported-place",
	Kind: Error,
	Doc: `policy variables are not expanded there

Policy variables stand in the last field of an ARN in Resource and NotResource,
and in values of string and ARN operators. Anywhere else the text stays as it is,
and matches nothing.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": «"s3:${aws:username}"», "Resource": "*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/${aws:username}/*"}
  ]
}
`,
	Run: variableUnsupportedPlace,
}

func variableUnsupportedPlace(pass *Pass) {
	if !pass.Policy.Modern() {
		return
	}
	for s := range pass.eachString() {
		text := s.value.Text()
		if !strings.Contains(text, "${") {
			continue
		}
		for _, v := range policy.Variables(text) {
			if !strings.Contains(v.Name, ":") {
				continue
			}
			if where := unexpandedPlace(s, v); where != "" {
				name := text[v.From:v.To]
				f := pass.Reportf(s.statement, s.value, "variable %s is not expanded in %s", name, where)
				f.Subject = name
				if s.element == "Resource" {
					f.As(Warning, 0) // AWS says so, and has written it into a policy of its own
				}
				break
			}
		}
	}
}

// unexpandedPlace says where a variable stands if AWS does not expand it there.
// Of Bool sources disagree.
//
// Source: AWS IAM User Guide, "IAM policy elements: Variables and tags".
func unexpandedPlace(s policyString, v policy.Variable) string {
	switch s.element {
	case "Resource":
		arn, ok := arnFieldsOf(&s.value)
		if ok && v.From < arn.start[arnResource]-1 {
			return "front of the last field of an ARN"
		}
	case "Condition":
		if !s.entry.Operator.Known() {
			return ""
		}
		switch access.ParseOperator(s.entry.Operator.Text()).Family {
		case access.NumericOperator, access.DateOperator, access.BinaryOperator, access.AddressOperator, access.NullOperator:
			return "values of " + s.entry.Operator.Text()
		}
	case "Sid", "Effect", "Principal", "Action":
		return s.element
	case "operator":
		return "an operator"
	case "condition key":
		return "a condition key"
	}
	return ""
}
