package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// comparesARNs says whether an Arn operator could do what the comparison is
// for: some value may be an ARN, and none has a wildcard that is taken
// literally.
func comparesARNs(e *conditionEntry) bool {
	some := false
	for i := range e.Values {
		v := &e.Values[i]
		if !e.op.Glob && v.HasWildcard() {
			return false // see wildcard-without-like
		}
		some = some || !isNeverARN(v)
	}
	return some
}

// crossesFields says whether a wildcard stands in front of the last field of
// one of the values: as text it matches more than one field.
func crossesFields(values []policy.Value) bool {
	for i := range values {
		v := &values[i]
		n := strings.IndexAny(v.Text(), "*?")
		if n < 0 || v.AllWildcard() {
			continue
		}
		if arn, ok := arnFieldsOf(v); !ok || n < arn.start[arnResource] {
			return true
		}
	}
	return false
}

// haveSixFields says whether all values are certainly ARNs, so that an Arn
// operator takes them. What is not known, or a policy variable, may stand in the
// last field.
func haveSixFields(l policy.List) bool {
	for i := range l.Values {
		v := &l.Values[i]
		arn, ok := arnFieldsOf(v)
		if !ok || len(v.Prefix()) < arn.start[arnResource] || strings.Contains(v.Text()[:arn.start[arnResource]], "{") {
			return false
		}
	}
	return len(l.Values) > 0 && !l.Open()
}
