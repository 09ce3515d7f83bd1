package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// IfExistsOnSecurityKey reports guards that a request gets past by not having
// the key.
var IfExistsOnSecurityKey = &Rule{
	Name: "if-exists-on-security-key",
	Kind: Security, Severity: High,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource | policy.Trust,
	Doc: `a guard also passes requests that do not have the key

With IfExists, an Allow also holds for a request that does not have the key: one
without an external id, from outside of any VPC endpoint, by someone who has no such
tag. Where the entry is to keep others out, write the operator without IfExists.
In a Deny, IfExists is right.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole", "Condition": {«"StringEqualsIfExists"»: {"sts:ExternalId": "b7e4"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "b7e4"}}}
  ]
}
`,
	Run: ifExistsOnSecurityKey,
}

func ifExistsOnSecurityKey(pass *Pass) {
	for e := range pass.comparisons() {
		if !e.op.IfExists || e.op.HasSet() || e.op.Negated || e.statement.Effect != policy.Allow {
			continue
		}
		when, guards := absenceOf(e.name)
		if _, always := alwaysMet(e); always || !guards || conditionsMayHold(e.statement) || guardedBesides(e) || !pass.isLoose(e.statement) {
			continue
		}
		pass.Reportf(e.statement, e.Operator, "%s %s also passes %s", e.Operator, e.Variable, when).Subject = e.Variable.Text()
	}
}

// guardedBesides says whether the statement has another entry that keeps out
// who does not have the key of this one: it binds the caller or demands a guard
// key, or it is on the address where this one is on the VPC, or the other way
// round, as every request has one or the other.
func guardedBesides(e *conditionEntry) bool {
	for i := range e.statement.Condition.Entries {
		other := &e.statement.Condition.Entries[i]
		if other == e.Condition {
			continue
		}
		key, op := strings.ToLower(other.Variable.Text()), access.ParseOperator(other.Operator.Text())
		_, guards := absenceOf(key)
		demands := !op.Negated && !op.PassesAbsent() && !(op.Family == access.NullOperator && mentions(other.List, "true"))
		absent := op.Negated || op.PassesAbsent()
		switch {
		case demands && (guards || callerKeys[key] != 0 || key == mfaKey || key == "aws:viaawsservice" || isSubject(key)):
			return true
		case absent && (e.name == "aws:sourceip" && isVPCKey(key) || key == "aws:sourceip" && isVPCKey(e.name)):
			return true
		}
	}
	return false
}
