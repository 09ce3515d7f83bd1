package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// isEveryAction says whether the value stands for every action there is.
func isEveryAction(v policy.Value) bool {
	if !strings.HasPrefix(v.Text(), "*") {
		return false
	}
	service, name, ok := v.Cut(':')
	return v.AllWildcard() || ok && service.AllWildcard() && name.AllWildcard()
}

// everyAction returns the value of the statement's Action that stands for
// every action.
func everyAction(s *policy.Statement) (policy.Value, bool) {
	for i := range s.Action.Values {
		if v := &s.Action.Values[i]; strings.HasPrefix(v.Text(), "*") && isEveryAction(*v) {
			return *v, true
		}
	}
	return policy.Value{}, false
}

// everyResource returns the value of the statement's Resource that stands for
// every resource of a partition, or of all.
func everyResource(s *policy.Statement) (policy.Value, bool) {
	for _, v := range s.Resource.Values {
		if !strings.HasSuffix(v.Text(), "*") {
			continue
		}
		if v.AllWildcard() {
			return v, true
		}
		if !strings.HasSuffix(v.Text(), ":*:*:*:*") { // saves taking most apart
			continue
		}
		arn, ok := policy.ParseARN(v)
		if ok && arn.Service.Is("*") && arn.Region.Is("*") && arn.Account.Is("*") && arn.Resource.Is("*") {
			return v, true
		}
	}
	return policy.Value{}, false
}

// allows says whether the statement is an Allow that is certainly there.
func allows(s *policy.Statement) bool { return s.Effect == policy.Allow && !s.Optional }
