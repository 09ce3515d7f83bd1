package rules

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A restriction is what the conditions of an Allow statement say of its
// breadth, as far as that is certain.
type restriction uint8

const (
	unrestricted restriction = iota
	guarded                  // who may ask, or from where
	scoped                   // what is acted on; or it cannot be known
)

//go:embed condition_keys.txt
var conditionKeysText string

// restrictingKeys are the keys of condition_keys.txt, in lower case, with what
// they stand for: "scope", "guard" or "form".
var restrictingKeys = sync.OnceValue(func() map[string]string {
	keys := map[string]string{}
	for line := range dataLines(strings.ToLower(conditionKeysText)) {
		class, key, _ := strings.Cut(line, " ")
		keys[key] = class
	}
	return keys
})

// restrictionOf returns what the statement's conditions say.
func restrictionOf(s *policy.Statement) restriction {
	if s.Open() || len(s.Condition.Rest) > 0 {
		return scoped
	}
	r := unrestricted
	for _, e := range s.Condition.Entries {
		if !e.Operator.Known() || !e.Variable.Known() {
			return scoped
		}
		if demandsValue(e) {
			r = max(r, restrictionBy(s, strings.ToLower(e.Variable.Text())))
		}
	}
	return r
}

// lower returns the severity of a finding on a statement that is restricted
// like this: a guard takes one level off.
func (r restriction) lower(s Severity) Severity {
	if r == unrestricted {
		return s
	}
	return max(s-1, Info)
}

// restrictionBy returns what the key, in lower case, is for.
func restrictionBy(s *policy.Statement, key string) restriction {
	switch classOf(key) {
	case "scope":
		return scoped
	case "guard":
		return guarded
	case "":
		if service, _, _ := strings.Cut(key, ":"); service != "aws" && mayActWith(s, service, key) {
			return scoped
		}
	}
	return unrestricted
}

// classOf returns the class of the key or of the longest beginning of it.
func classOf(key string) string {
	keys := restrictingKeys()
	if class := keys[key]; class != "" {
		return class
	}
	for i := len(key) - 1; i > 0; i-- {
		if strings.IndexByte("/:-", key[i]) >= 0 && keys[key[:i+1]] != "" {
			return keys[key[:i+1]]
		}
	}
	return ""
}

// mayActWith says whether one of the statement's actions may be of a service
// that has the key.
func mayActWith(s *policy.Statement, service, key string) bool {
	list, not := s.Actions()
	if not || list.Open() {
		return true
	}
	for _, v := range list.Values {
		prefix, _, ok := v.Cut(':')
		if !ok || !prefix.Known() || prefix.HasWildcard() || strings.EqualFold(prefix.Text(), service) {
			return true
		}
		of := catalog.Default().Service(prefix.Text())
		if of != nil && of.ConditionKey(key) != nil {
			return true
		}
	}
	return false
}
