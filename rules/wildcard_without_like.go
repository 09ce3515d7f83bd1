package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// WildcardWithoutLike reports wildcards in what operators compare literally.
var WildcardWithoutLike = &Rule{
	Name: "wildcard-without-like",
	Kind: Error,
	Doc: `the operator takes a wildcard literally

In values of StringEquals and StringNotEquals * and ? are plain characters, so
that the one never matches and the other always does: a security finding in an
Allow. Write StringLike or StringNotLike, and for ARNs ArnLike or ArnNotLike. Of
keys that hold free text, such as tags, it is a warning.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
    "Action": "sts:AssumeRoleWithWebIdentity",
    "Condition": {"StringEquals": {"token.actions.githubusercontent.com:sub": «"repo:example/app:*"»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
    "Action": "sts:AssumeRoleWithWebIdentity",
    "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:example/app:*"}}
  }
}
`,
	Run: wildcardWithoutLike,
}

func wildcardWithoutLike(pass *Pass) {
	for e := range pass.comparisons() {
		if e.op.Family != access.StringOperator || e.op.Glob {
			continue
		}
		for j := range e.Values {
			v := &e.Values[j]
			star, mark := wildcardsIn(v)
			if !star && strings.Contains(v.Text(), "://") {
				continue // the query of a URL
			}
			if (star || mark) && e.mayBeKey() && e.comparesText() {
				pass.reportLiteralWildcard(e, v, star && !e.holdsFreeText())
			}
		}
	}
}

func (p *Pass) reportLiteralWildcard(e *conditionEntry, v *policy.Value, certain bool) {
	like := "StringLike"
	if e.valueType() == "ARN" {
		like = "ArnLike"
	}
	if e.op.Negated {
		like = strings.Replace(like, "Like", "NotLike", 1)
	}
	like = e.operatorNamed(like)
	f := p.Reportf(e.statement, *v, "%s treats %q literally; use %s", e.Operator, *v, like)
	if !certain {
		f.As(Warning, 0)
		return // it may be meant so
	}
	if e.op.Negated && p.grants(e.statement) {
		f.As(Security, Medium)
	}
	if !strings.HasSuffix(e.op.Name, "ignorecase") {
		edits, ok := p.writeOperator(e, like)
		f.Fix("write "+like, edits, ok)
	}
}
