package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// StringOperatorOnARNKey reports string operators on keys that hold ARNs.
var StringOperatorOnARNKey = &Rule{
	Name: "string-operator-on-arn-key",
	Kind: Suggestion,
	Doc: `a string operator compares an ARN

ARN operators compare ARNs field by field. In StringLike a * also matches colons:
a pattern with one in front of the name reaches into other accounts and services.
Use ArnLike, or ArnEquals, which are the same.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {«"StringLike"»: {"aws:SourceArn": ["arn:aws:sns:*:111122223333:orders"]}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"ArnLike": {"aws:SourceArn": ["arn:aws:sns:*:111122223333:orders"]}}}
  ]
}
`,
	Run: stringOperatorOnARNKey,
}

func stringOperatorOnARNKey(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for i := range s.Condition.Entries {
			e := &s.Condition.Entries[i]
			if !e.Operator.Known() || !e.Variable.Known() {
				continue
			}
			op := access.ParseOperator(e.Operator.Text())
			if op.Family != access.StringOperator {
				continue
			}
			if key := pass.conditionKey(e.Variable.Text()); key.class == documentedKey && key.ValueType() == "ARN" {
				pass.reportStringOnARN(s, e, op)
			}
		}
	}
}

func (p *Pass) reportStringOnARN(s *policy.Statement, e *policy.Condition, op access.Operator) {
	arnOp := "ArnLike"
	if op.Negated {
		arnOp = "ArnNotLike"
	}
	f := p.Reportf(s, e.Operator, "use %s for %s, which holds ARNs", arnOp, e.Variable.Text())
	f.Subject = e.Variable.Text()
	if s.Effect == policy.Allow && op.Glob && !op.Negated && wildBeforeName(e.List) {
		f.As(Security, Low)
	}
	if op.Glob && !op.HasSet() && !op.IfExists && allARNs(e.List) && !hasOperator(s, arnOp) && aloneUnder(s, e) {
		edits, ok := p.Replace(e.Operator, arnOp)
		f.Fix("use "+arnOp, edits, ok)
	}
}

// wildBeforeName says whether a value has a * in front of the last field of an
// ARN.
func wildBeforeName(l policy.List) bool {
	for _, v := range l.Values {
		if a, ok := arnFieldsOf(&v); ok && strings.Contains(v.Text()[:a.start[arnResource]], "*") {
			return true
		}
	}
	return false
}

func allARNs(l policy.List) bool {
	for _, v := range l.Values {
		if _, ok := arnFieldsOf(&v); !ok {
			return false
		}
	}
	return !l.Open()
}
