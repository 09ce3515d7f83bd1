package rules

import (
	"go/token"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// UnknownConditionOperator reports condition operators that do not exist.
var UnknownConditionOperator = &Rule{
	Name: "unknown-condition-operator",
	Kind: Error,
	Doc: `there is no condition operator of this name

AWS refuses a policy with an operator that it does not know. Operators are named
after the type that they compare and the comparison: StringEquals, StringNotLike,
NumericLessThan, DateGreaterThan, ArnLike, IpAddress, Bool. All but Null take
IfExists at the end; keys with several values want ForAllValues: or ForAnyValue:
in front.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example",
  "Condition": {«"StringLikes"»: {"s3:prefix": "home/*"}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example",
  "Condition": {"StringLike": {"s3:prefix": "home/*"}}}}`,
	Run: unknownConditionOperator,
}

func unknownConditionOperator(pass *Pass) {
	last := token.NoPos
	for _, e := range pass.conditionEntries() {
		// One operator may have several entries.
		if e.op.Family != access.NoOperator || !e.Operator.Known() || last.IsValid() && e.Operator.Pos() == last {
			continue
		}
		last = e.Operator.Pos()
		if pass.isSwapped(&e) {
			pass.Reportf(e.statement, e.Operator, "%q is a condition key; the operator stands outside of it, not inside", e.Operator.Text())
			continue
		}
		pass.reportOperator(e.statement, e.Operator)
	}
	for _, s := range pass.Policy.Statements {
		for _, v := range s.Condition.Idle {
			if v.Known() && access.ParseOperator(v.Text()).Family == access.NoOperator {
				pass.reportOperator(s, v)
			}
		}
	}
}

func (p *Pass) reportOperator(s *policy.Statement, v policy.Value) {
	if access.ParseOperator(strings.TrimSpace(v.Text())).Family != access.NoOperator {
		return // see stray-whitespace
	}
	near := p.near.operators(v.Text())
	if len(near) == 0 {
		p.Reportf(s, v, "unknown condition operator %q", v.Text())
		return
	}
	f := p.Reportf(s, v, "unknown condition operator %q; did you mean %q?", v.Text(), near[0])
	if len(near) == 1 {
		edits, ok := p.Replace(v, near[0])
		f.Fix("write "+near[0], edits, ok && !hasOperator(s, near[0]))
	}
}

// isSwapped says whether the entry has a key in place of the operator, and an
// operator in place of the key.
func (p *Pass) isSwapped(e *conditionEntry) bool {
	if e.op.Family != access.NoOperator || !e.Operator.Known() || !e.Variable.Known() {
		return false
	}
	return p.Catalog.ConditionKey(e.Operator.Text()) != nil && access.ParseOperator(e.Variable.Text()).Family != access.NoOperator
}
