package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// mfaKey is, in lower case, the key that says whether MFA was used.
const mfaKey = "aws:multifactorauthpresent"

// demandsMFA says whether an entry demands MFA: that it was used, or when.
func demandsMFA(s *policy.Statement) bool {
	for _, e := range s.Condition.Entries {
		op := access.ParseOperator(e.Operator.Text())
		if op.Family == access.NumericOperator && !op.PassesAbsent() && strings.EqualFold(e.Variable.Text(), "aws:MultiFactorAuthAge") {
			return true
		}
		if strings.EqualFold(e.Variable.Text(), mfaKey) && op.Family == access.BoolOperator && !op.IfExists && mentions(e.List, "true") {
			return true
		}
	}
	return false
}

// deniesWithoutMFA says whether a Deny of the policy is, or may be, about
// requests that do not have the key, for actions of the given one.
func deniesWithoutMFA(d *policy.Document, of *policy.Statement) bool {
	if d.Open() {
		return true
	}
	for _, s := range d.Statements {
		if s.Effect == policy.Allow || !shareActions(s, of) {
			continue
		}
		for _, e := range s.Condition.Entries {
			op := access.ParseOperator(e.Operator.Text())
			without := op.Family == access.NullOperator && mentions(e.List, "true") || op.Negated || op.IfExists
			if strings.EqualFold(e.Variable.Text(), mfaKey) && (without || !e.Operator.Known()) {
				return true
			}
		}
	}
	return false
}

// shareActions says whether two statements may be about the same action.
func shareActions(a, b *policy.Statement) bool {
	mine, not := a.Actions()
	yours, neither := b.Actions()
	if not || neither || mine.Open() || yours.Open() {
		return true
	}
	for _, v := range mine.Values {
		pattern := access.ActionPattern(v)
		for _, w := range yours.Values {
			if pattern.Overlaps(access.ActionPattern(w)) != access.No {
				return true
			}
		}
	}
	return false
}
