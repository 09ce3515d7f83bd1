package rules

import (
	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/policy"
)

// MixedConditionValues reports values of different JSON types.
var MixedConditionValues = &Rule{
	Name: "mixed-condition-values",
	Kind: Error,
	Doc: `the values of a key have different JSON types

IAM refuses a list of values that mixes strings, numbers and booleans. Write all
of them as strings.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example/*", "Condition": {"NumericEquals": {"s3:max-keys": «["10", 20]»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example/*", "Condition": {"NumericEquals": {"s3:max-keys": ["10", "20"]}}}
  ]
}
`,
	Run: mixedConditionValues,
}

func mixedConditionValues(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for _, e := range s.Condition.Entries {
			if e.Bare == nil || !mixesTypes(e.List) {
				continue
			}
			f := pass.Reportf(s, e.List.Span.Or(e.Span), "the values of %s mix JSON types: write strings", e.Variable.String())
			f.Subject = e.Variable.String()
			edits, all := []analysis.TextEdit(nil), true
			for i, v := range e.Values {
				if e.Bare[i] {
					edit, ok := pass.Replace(v, v.Text())
					edits, all = append(edits, edit...), all && ok
				}
			}
			f.Fix("write strings", edits, all)
		}
	}
}

// mixesTypes says whether the values are not all strings, all numbers or all
// booleans.
func mixesTypes(l policy.List) bool {
	first := jsonTypeOf(l, 0)
	for i := range l.Values {
		if jsonTypeOf(l, i) != first {
			return true
		}
	}
	return false
}

func jsonTypeOf(l policy.List, i int) string {
	text := l.Values[i].Text()
	switch {
	case !l.Bare[i]:
		return "string"
	case text == "true" || text == "false":
		return "boolean"
	}
	return "number"
}
