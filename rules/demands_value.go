package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// demandsValue says whether the entry demands that the key has some value and
// not just any; or may do so. One that also holds where the key is missing
// demands nothing, unless the key never is.
func demandsValue(e policy.Condition) bool {
	key := strings.ToLower(e.Variable.Text())
	op := access.ParseOperator(e.Operator.Text())
	switch {
	case op.Name == "null":
		return !saysOnly(e.List, "true")
	case op.Negated && !neverMissing[key]:
		return false
	case op.PassesAbsent() && mayBeMissing(key):
		return false
	case op.Name == "bool" && mustBeTrue[key] && mentions(e.List, "false"):
		return false
	}
	for _, v := range e.Values {
		everything := op.Glob && v.AllWildcard() || strings.HasPrefix(op.Name, "ip") && isEveryAddress(v)
		if everything && !op.Negated {
			return isTag(key) // that there is the tag at all
		}
	}
	return true
}

// mayBeMissing says whether requests are known that do not have the key, in
// lower case. Keys of a service mostly are in all requests of the actions that
// have them, which is not documented: where IfExists is said of one, it may well
// restrict the action. Of iam:PassedToService AWS says that not all requests
// have it.
func mayBeMissing(key string) bool {
	return !neverMissing[key] && (strings.HasPrefix(key, "aws:") || key == "iam:passedtoservice")
}

// isTag says whether the key, in lower case, is a tag of something: not all
// things have it.
func isTag(key string) bool { return strings.Contains(key, "tag/") }

// neverMissing are the keys, in lower case, that every request has.
//
// Source: AWS IAM User Guide, "AWS global condition context keys".
var neverMissing = map[string]bool{
	"aws:currenttime": true, "aws:epochtime": true, "aws:principalaccount": true, "aws:principalisawsservice": true,
	"aws:principaltype": true, "aws:requestedregion": true, "aws:securetransport": true, "aws:userid": true,
	"aws:viaawsservice": true, "aws:viaawsmcpservice": true, "aws:ismcpserviceaction": true,
}

// mustBeTrue are the keys, in lower case, that guard by being true.
var mustBeTrue = map[string]bool{
	"aws:multifactorauthpresent": true, "aws:viaawsservice": true,
	"aws:viaawsmcpservice": true, "aws:ismcpserviceaction": true,
	"kms:grantisforawsresource": true,
}

func isEveryAddress(v policy.Value) bool { return v.Is("0.0.0.0/0") || v.Is("::/0") }

// mentions says whether one of the values certainly is the word, in any case.
func mentions(l policy.List, word string) bool {
	for _, v := range l.Values {
		if v.Known() && strings.EqualFold(v.Text(), word) {
			return true
		}
	}
	return false
}

// saysOnly says whether all values certainly are the word, in any case.
func saysOnly(l policy.List, word string) bool {
	for _, v := range l.Values {
		if !v.Known() || !strings.EqualFold(v.Text(), word) {
			return false
		}
	}
	return !l.Open() && len(l.Values) > 0
}
