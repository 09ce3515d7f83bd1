package rules

import (
	"strings"
	"sync"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// UnknownConditionOperator reports condition operators that there are not.
var UnknownConditionOperator = &Rule{
	Name: "unknown-condition-operator",
	Kind: Error,
	Doc: `there is no condition operator of this name

The operators are those of the IAM User Guide, such as StringEquals, ArnLike or
NumericLessThan; with the suffix IfExists, and for keys with several values with
the prefix ForAnyValue: or ForAllValues:. AWS refuses a policy with any other.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {«"StringEqual"»: {"aws:PrincipalAccount": "111122223333"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333"}}}
  ]
}
`,
	Run: unknownConditionOperator,
}

func unknownConditionOperator(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		var last policy.Span
		for _, e := range s.Condition.Entries {
			if e.Operator.Span != last || !last.IsValid() {
				pass.checkOperator(s, e.Operator)
			}
			last = e.Operator.Span
		}
		for _, idle := range s.Condition.Idle {
			pass.checkOperator(s, idle)
		}
	}
}

func (p *Pass) checkOperator(s *policy.Statement, v policy.Value) {
	text, known := v.Literal()
	if !known {
		return
	}
	op := access.ParseOperator(text)
	if op.Family == access.NullOperator || op.Family != access.NoOperator {
		return
	}
	near, ok := nearestOperator(text)
	if !ok {
		p.Reportf(s, v, "there is no condition operator %q", text).Subject = text
		return
	}
	f := p.Reportf(s, v, "there is no condition operator %q; did you mean %q?", text, near)
	f.Subject = text
	edits, ok := p.Replace(v, near)
	f.Fix("replace by "+near, edits, ok && !hasOperator(s, near))
}

// nearestOperator returns the operator that was probably meant.
func nearestOperator(text string) (string, bool) {
	return catalog.Nearest(strings.TrimSpace(text), everyOperator())
}

// everyOperator returns all operators with all prefixes and suffixes.
var everyOperator = sync.OnceValue(func() []string {
	var all []string
	for _, prefix := range []string{"", "ForAllValues:", "ForAnyValue:"} {
		for _, suffix := range []string{"", "IfExists"} {
			for _, name := range access.OperatorNames() {
				all = append(all, prefix+name+suffix)
			}
		}
	}
	return all
})

func hasOperator(s *policy.Statement, name string) bool {
	for _, e := range s.Condition.Entries {
		if strings.EqualFold(e.Operator.Text(), name) {
			return true
		}
	}
	return false
}
