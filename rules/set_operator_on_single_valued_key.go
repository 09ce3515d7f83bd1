package rules

import (
	"strings"

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
	for e := range pass.conditionEntries() {
		_, single := pass.isMultivalued(e)
		if !single || !e.op.hasSet() || e.op.family == nullOperator || isAudience(e.key) {
			continue
		}
		plain := withoutSet(e.Operator.Text())
		var f *Finding
		switch {
		case e.op.anyValue:
			f = pass.Reportf(e.statement, e.Operator, "ForAnyValue says nothing on %s, which has one value", e.Variable.Text()).As(Suggestion, 0)
		case e.statement.Effect == policy.Deny:
			f = pass.Reportf(e.statement, e.Operator, "ForAllValues on %s, which has one value, also denies when the key is absent", e.Variable.Text()).As(Warning, 0)
		default:
			f = pass.Reportf(e.statement, e.Operator, "ForAllValues on %s, which has one value, also passes when the key is absent", e.Variable.Text())
			if bindsBesides(e) {
				f.As(Security, Low)
			}
		}
		f.Subject = e.Variable.Text()
		edits, ok := pass.Replace(e.Operator, plain)
		f.Fix("write "+plain, edits, ok && aloneUnder(e.statement, e.Condition) && !hasOperator(e.statement, plain))
	}
}

// withoutSet returns the operator without its set prefix.
func withoutSet(operator string) string {
	_, plain, _ := strings.Cut(operator, ":")
	return plain
}

// bindsBesides says whether another entry of the statement demands a value of
// the caller.
func bindsBesides(e conditionEntry) bool {
	for i := range e.statement.Condition.Entries {
		other := &e.statement.Condition.Entries[i]
		if other == e.Condition || !other.Operator.Known() || !other.Variable.Known() {
			continue
		}
		key, op := strings.ToLower(other.Variable.Text()), parseOperator(other.Operator.Text())
		if !op.negated && !op.passesAbsent && op.family != nullOperator && (callerKeys[key] != 0 || isSubject(key)) {
			return true
		}
	}
	return false
}

// isSubject and isAudience say whether a key, in lower case, is such a claim of
// an identity provider.
func isSubject(key string) bool  { return strings.HasSuffix(key, ":sub") }
func isAudience(key string) bool { return strings.HasSuffix(key, ":aud") }
