package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// demandsPresence says whether another entry of the statement demands that the
// request has the key, given in lower case.
func demandsPresence(s *policy.Statement, key string) bool {
	for _, e := range s.Condition.Entries {
		op := access.ParseOperator(e.Operator.Text())
		if !strings.EqualFold(e.Variable.Text(), key) {
			continue
		}
		if op.AnyValue || op.Family == access.NullOperator && mentions(e.List, "false") {
			return true
		}
	}
	return false
}

// deniesAbsence says whether a Deny of the policy is, or may be, about requests
// that do not have the key, given in lower case.
func deniesAbsence(d *policy.Document, key string) bool {
	if d.Open() {
		return true
	}
	for _, s := range d.Statements {
		if s.Effect == policy.Allow {
			continue
		}
		for _, e := range s.Condition.Entries {
			op := access.ParseOperator(e.Operator.Text())
			if strings.EqualFold(e.Variable.Text(), key) && op.Family == access.NullOperator && !saysOnly(e.List, "false") {
				return true
			}
		}
	}
	return false
}
