package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// deniesOutsiders says whether the statement denies something to everybody who
// is not known to its author, or may do so.
func deniesOutsiders(s *policy.Statement) bool {
	if s.Effect != policy.Deny && (s.EffectValue == nil || s.EffectValue.Known()) {
		return false
	}
	_, everyone := s.Principal.Anyone()
	_, nobody := s.NotPrincipal.Anyone()
	if !everyone && !s.Principal.Open() && (!s.NotPrincipal.Present() || nobody) {
		return false
	}
	binds := len(s.Condition.Entries) == 0 || len(s.Condition.Rest) > 0
	for _, e := range s.Condition.Entries {
		met := outsidersMeetDeny(e)
		if met == access.No {
			return false
		}
		binds = binds || met == access.Yes
	}
	return binds
}

// outsidersMeetDeny says whether outsiders are among those whom an entry of a
// Deny is about. Yes is that they are, or may be. No is that they can get
// around it. Unknown is that they hardly would, but it is not what keeps them
// away: a tag that exempts.
func outsidersMeetDeny(e policy.Condition) access.Answer {
	key, op := strings.ToLower(e.Variable.Text()), access.ParseOperator(e.Operator.Text())
	absent := op.Name == "null" && saysBool(e.List, "true") || op.Name == "bool" && saysBool(e.List, "false")
	kind := callerKeys[key]
	switch {
	case !e.Variable.Known() || !e.Operator.Known() || e.Open():
		return access.Yes
	case kind != 0 && (op.Negated || absent || kind.anyoneMeetsOne(e.List, op)):
		return access.Yes
	case kind != 0:
		return access.No
	case strings.HasPrefix(key, "aws:principaltag/") && (op.Negated || absent):
		return access.Unknown
	case isOpenKey(key) && !(key == "aws:viaawsservice" && absent):
		return access.No
	}
	return access.Yes
}

// saysBool says whether the only value is true or false, as asked.
func saysBool(l policy.List, want string) bool {
	return len(l.Values) == 1 && l.Values[0].Known() && strings.EqualFold(l.Values[0].Text(), want)
}
