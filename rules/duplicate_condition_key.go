package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// DuplicateConditionKey reports keys and operators that are there twice, spelt
// differently.
var DuplicateConditionKey = &Rule{
	Name: "duplicate-condition-key",
	Kind: Error,
	Doc: `a condition key or operator is there twice

Case does not count in operators and condition keys: two that differ only in case
are the same one, and AWS refuses a policy with both. To compare a key with
several values, write a list.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:RequestedRegion": "eu-west-1", «"aws:requestedregion"»: "eu-west-1"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:RequestedRegion": "eu-west-1"}}}
  ]
}
`,
	Run: duplicateConditionKey,
}

func duplicateConditionKey(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		entries := s.Condition.Entries
		if len(entries) < 2 || len(entries) > maxComparedEntries {
			continue
		}
		for i := range entries {
			for j := range i {
				if pass.checkSameKey(s, i, j) {
					break
				}
			}
		}
	}
}

// maxComparedEntries is how many entries of a statement are compared with each other.
const maxComparedEntries = 200

// checkSameKey reports the i'th entry if it is the same as an earlier one, and
// says whether it is.
func (p *Pass) checkSameKey(s *policy.Statement, i, j int) bool {
	e, first := s.Condition.Entries[i], s.Condition.Entries[j]
	key, known := e.Variable.Literal()
	other, otherKnown := first.Variable.Literal()
	operator, firstOperator := e.Operator.Text(), first.Operator.Text()
	if !known || !otherKnown || !e.Operator.Known() || !first.Operator.Known() || !strings.EqualFold(key, other) {
		return false
	}
	switch {
	case !strings.EqualFold(operator, firstOperator):
		if key != other {
			p.Reportf(s, e.Variable, "%q is spelt %q above", key, other).As(Suggestion, 0).
				AddRelated(first.Variable, "the same key").Subject = key
			return true
		}
		return false
	case key == other && operator == firstOperator:
		return false // of equal names the last counts: see json-duplicate-key
	case key == other:
		p.Reportf(s, e.Operator, "%q and %q are the same operator", operator, firstOperator).
			AddRelated(first.Operator, "the same operator").Subject = operator
		return true
	}
	f := p.Reportf(s, e.Variable, "%q and %q are the same key", key, other).AddRelated(first.Variable, "the same key")
	f.Subject = key
	if sameValues(e.List, first.List) {
		edits, ok := p.DeleteEntry(s, i)
		f.Fix("remove the second", edits, ok)
	}
	return true
}

// sameValues says whether two lists certainly have the same values in the same
// order.
func sameValues(a, b policy.List) bool {
	if a.Open() || b.Open() || len(a.Values) != len(b.Values) {
		return false
	}
	for i, v := range a.Values {
		if !v.Same(b.Values[i]) {
			return false
		}
	}
	return true
}
