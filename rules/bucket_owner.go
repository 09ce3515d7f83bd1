package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// namesOwner says whether the statement's conditions may say whose the buckets
// are.
func namesOwner(s *policy.Statement) bool {
	if s.Open() || len(s.Condition.Rest) > 0 {
		return true
	}
	for _, e := range s.Condition.Entries {
		if !e.Variable.Known() || !e.Operator.Known() {
			return true
		}
		switch strings.ToLower(e.Variable.Text()) {
		case "aws:resourceaccount", "s3:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths":
			if demandsValue(e) {
				return true
			}
		}
	}
	return false
}
