package rules

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

//go:embed service_calls.txt
var serviceCallsText string

// serviceCalls are the actions of service_calls.txt.
var serviceCalls = sync.OnceValue(func() []string { return slices.Collect(dataLines(serviceCallsText)) })

// mayBeServiceCall says whether the statement's Action certainly has something
// that AWS services do by themselves.
func mayBeServiceCall(s *policy.Statement) bool {
	return slices.ContainsFunc(s.Action.Values, func(v policy.Value) bool {
		pattern := access.ActionPattern(v)
		return slices.ContainsFunc(serviceCalls(), func(name string) bool {
			return pattern.MatchesAction(name) == access.Yes
		})
	})
}

// onlyFederated says whether the statement is about what only people and
// programs do that come from another identity provider.
func onlyFederated(s *policy.Statement) bool {
	for _, v := range s.Action.Values {
		switch strings.ToLower(v.Text()) {
		case "sts:assumerolewithwebidentity", "sts:assumerolewithsaml":
		default:
			return false
		}
	}
	return s.Action.Known() && len(s.Action.Values) > 0
}
