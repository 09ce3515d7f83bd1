package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// alwaysMet returns the value that makes an entry hold for every request.
func alwaysMet(e *conditionEntry) (policy.Value, bool) {
	if e.op.Family == access.NullOperator {
		if neverMissing[e.name] && !e.op.HasSet() && saysOnly(e.List, "false") {
			return e.Values[0], true
		}
		return policy.Value{}, false
	}
	if e.op.Negated || e.op.AnyValue || !e.op.Glob || !neverMissing[e.name] && !e.op.PassesAbsent() {
		return policy.Value{}, false
	}
	return everything(e.List)
}

// everything returns the value that every string matches as a pattern, if there
// is one.
func everything(l policy.List) (policy.Value, bool) {
	for _, v := range l.Values {
		if v.AllWildcard() {
			return v, true
		}
	}
	return policy.Value{}, false
}

// meetsEveryAddress returns the range that every address is in, if there is one.
func meetsEveryAddress(e *conditionEntry) (policy.Value, bool) {
	if e.op.Family == access.AddressOperator && !e.op.Negated && e.name == "aws:sourceip" {
		for _, v := range e.Values {
			if isEveryAddress(v) {
				return v, true
			}
		}
	}
	return policy.Value{}, false
}

// typesOfPrincipal are what aws:PrincipalType can be.
//
// Source: AWS IAM User Guide, "AWS global condition context keys".
var typesOfPrincipal = []string{"Account", "User", "FederatedUser", "AssumedRole", "Anonymous"}

// neverMet returns a value that makes the entry hold for no request.
func neverMet(e *conditionEntry) (policy.Value, bool) {
	switch {
	case len(e.Values) == 0:
	case e.op.Family == access.NullOperator:
		if neverMissing[e.name] && !e.op.HasSet() && saysOnly(e.List, "true") {
			return e.Values[0], true
		}
	case e.op.Negated && e.op.Glob && (e.op.AnyValue || neverMissing[e.name] && !e.op.HasSet()):
		return everything(e.List)
	case e.name == "aws:multifactorauthage" && e.op.Name == "numericlessthan" && !e.op.PassesAbsent():
		if len(e.Values) == 1 && e.Values[0].Is("0") {
			return e.Values[0], true
		}
	case e.name == "aws:principaltype" && e.op.Family == access.StringOperator && !e.op.Negated && !e.op.IfExists && !e.op.HasSet():
		if !e.Open() && !slices.ContainsFunc(e.Values, mayBePrincipalType) {
			return e.Values[0], true
		}
	}
	return policy.Value{}, false
}

func mayBePrincipalType(v policy.Value) bool {
	text, known := v.Literal()
	return !known || v.HasWildcard() || strings.Contains(text, "${") ||
		slices.ContainsFunc(typesOfPrincipal, func(t string) bool { return strings.EqualFold(t, text) })
}
