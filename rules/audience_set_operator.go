package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// AudienceSetOperator reports set operators on the audience of a token.
var AudienceSetOperator = &Rule{
	Name:     "audience-set-operator",
	Kind:     Warning,
	Policies: policy.Trust,
	Doc: `a set operator on the audience, which is one value

The audience of a token, in keys that end in :aud, is a single value. ForAnyValue
is not needed, and ForAllValues also holds for a token without the claim. Drop the
prefix.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/example.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {«"ForAllValues:StringEquals"»: {"example.com:aud": "sts.amazonaws.com"}, "StringEquals": {"example.com:sub": "x"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/example.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"example.com:aud": "sts.amazonaws.com", "example.com:sub": "x"}}}
  ]
}
`,
	Run: audienceSetOperator,
}

func audienceSetOperator(pass *Pass) {
	for e := range pass.setEntries() {
		if !isAudience(e.name) {
			continue
		}
		prefix, _, _ := strings.Cut(e.Operator.Text(), ":")
		f := pass.Reportf(e.statement, e.Operator, "%s has one value: drop %s", e.Variable, prefix)
		f.Subject = e.Variable.String()
		if e.statement.Effect == policy.Allow && (e.op.AnyValue || !testsSubject(e.statement)) {
			f.As(Security, Medium)
		}
		if e.statement.Effect == policy.Allow && (e.op.AllValues || !e.op.Negated && !e.op.IfExists) {
			plain, edits, ok := pass.withoutSet(e)
			f.Fix("write "+plain, edits, ok)
		}
	}
}

// testsSubject says whether an entry demands a subject.
func testsSubject(s *policy.Statement) bool {
	for _, e := range s.Condition.Entries {
		op := access.ParseOperator(e.Operator.Text())
		if isSubject(strings.ToLower(e.Variable.Suffix())) && !op.Negated && !op.PassesAbsent() {
			return true
		}
	}
	return false
}
