package rules

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// sourceKeys are the condition keys, in lower case, that tell for whom a
// service calls.
//
// Source: AWS IAM User Guide, "The confused deputy problem".
var sourceKeys = []string{"aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths"}

//go:embed sourceless_services.txt
var sourcelessServicesText string

var sourcelessServices = sync.OnceValue(func() map[string]bool {
	services := map[string]bool{}
	for line := range dataLines(sourcelessServicesText) {
		services[line] = true
	}
	return services
})

// conditionsMayHold says whether the statement has conditions of which not all
// are known.
func conditionsMayHold(s *policy.Statement) bool {
	return s.Open() || len(s.Condition.Rest) > 0 || slices.ContainsFunc(s.Condition.Entries, func(e policy.Condition) bool {
		return !e.Variable.Known() || !e.Operator.Known()
	})
}

// demandsKey says whether an entry demands that the request has one of the
// keys, given in lower case; one that ends in / or : is a prefix.
func demandsKey(e policy.Condition, keys ...string) bool {
	key := strings.ToLower(e.Variable.Text())
	op := access.ParseOperator(e.Operator.Text())
	return isOneOf(key, keys) && !op.Negated && !op.PassesAbsent() && !(op.Family == access.NullOperator && mentions(e.List, "true"))
}

func isOneOf(key string, keys []string) bool {
	return slices.ContainsFunc(keys, func(k string) bool {
		return key == k || strings.HasSuffix(k, "/") && strings.HasPrefix(key, k) || strings.HasSuffix(k, ":") && strings.HasPrefix(key, k)
	})
}

// demandsAny says whether one of the statement's entries does so.
func demandsAny(s *policy.Statement, keys ...string) bool {
	return slices.ContainsFunc(s.Condition.Entries, func(e policy.Condition) bool { return demandsKey(e, keys...) })
}

// onlyServices returns the services that the statement's Principal names, if it
// names nobody else.
func onlyServices(s *policy.Statement) []policy.Value {
	if !s.Principal.Present() || s.Principal.Open() || s.Principal.Star != nil {
		return nil
	}
	var services []policy.Value
	for _, set := range s.Principal.Sets {
		if !set.Type.Is("Service") {
			return nil
		}
		services = append(services, set.Values...)
	}
	return services
}
