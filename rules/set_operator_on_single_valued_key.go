package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// SetOperatorOnSingleValuedKey reports ForAllValues and ForAnyValue on keys
// with one value.
var SetOperatorOnSingleValuedKey = &Rule{
	Name: "set-operator-on-single-valued-key",
	Kind: Security, Severity: Medium,
	Doc: `a set operator on a key that has one value

ForAllValues also holds for a request that does not have the key: on a key with a
single value it opens the statement to requests without it. ForAnyValue is
harmless there, but says nothing. Drop the prefix.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {«"ForAllValues:StringEquals"»: {"aws:PrincipalTag/team": ["shop"]}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:PrincipalTag/team": ["shop"]}}}
  ]
}
`,
	Run: setOperatorOnSingleValuedKey,
}

func setOperatorOnSingleValuedKey(pass *Pass) {
	for e := range pass.setEntries() {
		var f *Finding
		name := e.Variable.String()
		switch {
		case isAudience(e.name) || !e.hasOneValue() || e.op.AnyValue && (e.op.Negated || e.op.IfExists):
			continue // ForAnyValue with Not demands that there is the key
		case e.op.AnyValue:
			f = pass.Reportf(e.statement, e.Operator, "ForAnyValue says nothing on %s, which has one value", name).As(Suggestion, 0)
		case e.op.Negated || e.op.IfExists || neverMissing[e.name] || demandsPresence(e.statement, e.name):
			f = pass.Reportf(e.statement, e.Operator, "ForAllValues says nothing on %s, which has one value", name).As(Suggestion, 0)
		case e.statement.Effect == policy.Deny:
			pass.Reportf(e.statement, e.Operator, "ForAllValues on %s, which has one value, also denies when the key is absent", name).
				As(Warning, 0).Subject = name
			continue // one who drops it denies less
		default:
			f = pass.Reportf(e.statement, e.Operator, "ForAllValues on %s, which has one value, also passes when the key is absent", name)
			switch {
			case e.statement.Effect != policy.Allow || pass.Policy.Kind.Is(ceilings):
				f.As(Warning, 0)
			case bindsBesides(e):
				f.As(Security, Low)
			}
		}
		f.Subject = name
		plain, edits, ok := pass.withoutSet(e)
		f.Fix("write "+plain, edits, ok)
	}
}

// bindsBesides says whether another entry of the statement demands a value of
// the caller.
func bindsBesides(e *conditionEntry) bool {
	for i := range e.statement.Condition.Entries {
		other := &e.statement.Condition.Entries[i]
		if other == e.Condition || !other.Operator.Known() {
			continue
		}
		key, op := strings.ToLower(other.Variable.Suffix()), access.ParseOperator(other.Operator.Text())
		if !op.Negated && !op.PassesAbsent() && op.Family != access.NullOperator && (other.Variable.Known() && callerKeys[key] != 0 || isSubject(key)) {
			return true
		}
	}
	return false
}
