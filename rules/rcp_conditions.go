package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// rcpConditions are what the conditions of a Deny say of its callers.
type rcpConditions struct {
	principal *policy.Condition // hits all callers but some
	source    *policy.Condition // hits all but those on whose behalf services call
	services  bool              // it may be about AWS services only
	others    bool              // it may be about other callers only
	present   bool              // it is about requests with a source key only
	absent    bool              // it is about requests without one
}

// rcpConditionsOf looks at the conditions of a statement. It is not ok if one
// of them may keep it from hitting callers of another kind.
func rcpConditionsOf(s *policy.Statement) (c rcpConditions, ok bool) {
	for i := range s.Condition.Entries {
		e := &s.Condition.Entries[i]
		if !e.Operator.Known() || !e.Variable.Known() || !c.take(e) {
			return c, false
		}
	}
	return c, true
}

func (c *rcpConditions) take(e *policy.Condition) bool {
	key, op := strings.ToLower(e.Variable.Text()), access.ParseOperator(e.Operator.Text())
	hits := op.Negated && !op.AnyValue || op.PassesAbsent() || op.Family == access.NullOperator && saysOnly(e.List, "true")
	switch {
	case key == "aws:principalisawsservice":
		c.services = c.services || !saysOnly(e.List, "false")
		c.others = c.others || !saysOnly(e.List, "true")
	case strings.HasPrefix(key, "aws:principalservicename"):
		c.services, c.others = true, true
	case slices.Contains(sourceKeys, key):
		return c.takeSource(e, op, hits)
	case isPrincipalKey(key):
		hits = hits && (op.Negated || !slices.Contains(keysOfServices, key))
		if hits && (c.principal == nil || !isPerimeterKey(c.principal)) {
			c.principal = e
		}
		return hits
	default:
		return hits || slices.Contains(keysOfServices, key) || strings.HasPrefix(key, "aws:resource")
	}
	return true
}

func (c *rcpConditions) takeSource(e *policy.Condition, op access.Operator, hits bool) bool {
	switch {
	case op.Family == access.NullOperator && saysOnly(e.List, "false"):
		c.present = true
		return true
	case op.Family == access.NullOperator:
		c.absent = true
	}
	if hits && c.source == nil {
		c.source = e
	}
	return hits
}

// keysOfServices, in lower case, are in requests of AWS services as in others.
var keysOfServices = []string{
	"aws:currenttime", "aws:epochtime", "aws:principalaccount", "aws:principalarn", "aws:requestedregion", "aws:securetransport",
}

func isPrincipalKey(key string) bool {
	switch key {
	case "aws:principalarn", "aws:principalaccount", "aws:principalorgid", "aws:principalorgpaths":
		return true
	}
	return strings.HasPrefix(key, "aws:principaltag/")
}

// isPerimeterKey says whether the entry's key tells whose a caller is, and not
// which one: who writes it thinks of outsiders, not of AWS services.
func isPerimeterKey(e *policy.Condition) bool {
	key := strings.ToLower(e.Variable.Text())
	return strings.HasPrefix(key, "aws:principalorg") || key == "aws:principalaccount"
}

func (p *Pass) reportRcpKey(s *policy.Statement, e *policy.Condition, format string) *Finding {
	f := p.Reportf(s, e.Variable, format, e.Variable.Text())
	f.Subject = e.Variable.Text()
	return f
}

// addGuard adds the fix that tells AWS services from other callers.
func (p *Pass) addGuard(f *Finding, s *policy.Statement, operator, value string) {
	for _, e := range s.Condition.Entries {
		if strings.EqualFold(e.Operator.Text(), operator) || strings.EqualFold(e.Variable.Text(), "aws:PrincipalIsAWSService") {
			return
		}
	}
	edits, ok := p.InsertEntry(s.Condition, operator, "aws:PrincipalIsAWSService", value)
	f.Fix("add "+operator+" aws:PrincipalIsAWSService "+value, edits, ok)
}
