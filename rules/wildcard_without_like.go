package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// WildcardWithoutLike reports wildcards that stand for themselves.
var WildcardWithoutLike = &Rule{
	Name: "wildcard-without-like",
	Kind: Error,
	Doc: `a wildcard is compared literally

StringEquals and StringNotEquals take * and ? for themselves: no request has such
a value, so StringEquals never matches and StringNotEquals always does. Use
StringLike or StringNotLike.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:PrincipalTag/team": «"shop-*"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringLike": {"aws:PrincipalTag/team": "shop-*"}}}
  ]
}
`,
	Run: wildcardWithoutLike,
}

func wildcardWithoutLike(pass *Pass) {
	for v := range pass.conditionValues() {
		if v.op.Family != access.StringOperator || v.op.Glob || !v.value.HasWildcard() {
			continue
		}
		text, operator := v.value.Text(), v.entry.Operator.Text()
		like := likeFor(operator)
		f := pass.Reportf(v.statement, v.value, "%s takes %q literally; use %s", operator, text, like)
		f.Subject = text
		switch {
		case !strings.Contains(text, "*") || v.is("aws:useragent", "aws:referer", "s3:prefix"):
			f.As(Warning, 0)
		case v.op.Negated:
			f.As(Security, Medium)
		}
		edits, ok := pass.Replace(v.entry.Operator, like)
		f.Fix("use "+like, edits, ok && !strings.Contains(v.op.Name, "ignorecase") && !hasOperator(v.statement, like) && aloneUnder(v.statement, v.entry))
	}
}

// likeFor returns the operator that takes wildcards in place of one that does
// not, with its prefix and suffix.
func likeFor(operator string) string {
	op := access.ParseOperator(operator)
	like := "StringLike"
	if op.Negated {
		like = "StringNotLike"
	}
	switch {
	case op.AllValues:
		like = "ForAllValues:" + like
	case op.AnyValue:
		like = "ForAnyValue:" + like
	}
	if op.IfExists {
		like += "IfExists"
	}
	return like
}

// aloneUnder says whether the entry's operator has no other.
func aloneUnder(s *policy.Statement, e *policy.Condition) bool {
	for i := range s.Condition.Entries {
		if other := &s.Condition.Entries[i]; other != e && strings.EqualFold(other.Operator.Text(), e.Operator.Text()) {
			return false
		}
	}
	return true
}
