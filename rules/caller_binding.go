package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// A callerBinding is what conditions say about who may call.
type callerBinding uint8

const (
	unconditioned callerBinding = iota // there are none
	unbound                            // all of them can be met by outsiders
	bound                              // one of them keeps outsiders away, or may do so
)

// callerBindingOf says whether conditions of an Allow bind the caller. Only
// unconditioned and unbound are certain.
func callerBindingOf(d *policy.Document, s *policy.Statement) callerBinding {
	c := s.Condition
	switch {
	case len(c.Rest) > 0, s.Open() && !c.Present():
		return bound
	case len(c.Entries) == 0:
		return unconditioned
	}
	for _, e := range c.Entries {
		if !anyoneMeetsEntry(d, e) {
			return bound
		}
	}
	return unbound
}

// anyoneMeetsEntry says whether callers of all accounts can certainly make the
// entry true.
func anyoneMeetsEntry(d *policy.Document, e policy.Condition) bool {
	if !e.Operator.Known() || !e.Variable.Known() || comparesVariables(d, e) {
		return false
	}
	key := strings.ToLower(e.Variable.Text())
	if isOpenKey(key) && callerKeys[key] == 0 {
		return true
	}
	kind, op := callerKeys[key], access.ParseOperator(e.Operator.Text())
	anyValue := kind.anyoneMeetsOne(e.List, op)
	switch {
	case kind == 0:
		return false
	case op.Name == "null":
		return !alwaysPresent[key]
	case op.Negated:
		return !anyValue
	case op.PassesAbsent() && !alwaysPresent[key]:
		return true
	}
	return anyValue
}

// comparesVariables says whether a value holds a policy variable: the key may
// be compared with something of the caller's.
func comparesVariables(d *policy.Document, e policy.Condition) bool {
	if !d.Modern() {
		return false
	}
	for _, v := range e.Values {
		if len(policy.Variables(v.Text())) > 0 {
			return true
		}
	}
	return false
}
