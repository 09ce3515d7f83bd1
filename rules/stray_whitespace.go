package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// StrayWhitespace reports white space where AWS takes it for a part of a name.
var StrayWhitespace = &Rule{
	Name: "stray-whitespace",
	Kind: Error,
	Doc: `white space that makes the value match nothing

AWS compares what a policy says as it stands: no action, ARN, principal,
operator or condition key starts or ends with white space, and no action has any
in it. With it the value matches nothing, or the policy is refused. Take it out.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": [«"s3:GetObject "», "s3:ListBucket"], "Resource": "*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "*"}}`,
	Run:  strayWhitespace,
}

func strayWhitespace(pass *Pass) {
	for _, a := range pass.listedActions().odd {
		if text, ok := withoutWhitespace(a.value); ok {
			pass.reportWhitespace(a.statement, a.value, text)
		}
	}
	for _, r := range pass.resources() {
		pass.checkOuterWhitespace(r.statement, r.value)
	}
	for _, s := range pass.Policy.Statements {
		pass.checkPrincipalWhitespace(s, &s.Principal)
		pass.checkPrincipalWhitespace(s, &s.NotPrincipal)
		for i := range s.Condition.Entries {
			e := &s.Condition.Entries[i]
			if i == 0 || e.Operator.Span != s.Condition.Entries[i-1].Operator.Span {
				pass.checkOuterWhitespace(s, &e.Operator)
			}
			pass.checkOuterWhitespace(s, &e.Variable)
		}
	}
}

func (p *Pass) checkPrincipalWhitespace(s *policy.Statement, who *policy.Principals) {
	if who.Star != nil {
		p.checkOuterWhitespace(s, who.Star)
	}
	for i := range who.Sets {
		p.checkOuterWhitespace(s, &who.Sets[i].Type)
		for j := range who.Sets[i].Values {
			p.checkOuterWhitespace(s, &who.Sets[i].Values[j])
		}
	}
}

func (p *Pass) checkOuterWhitespace(s *policy.Statement, v *policy.Value) {
	if hasOuterWhitespace(v) {
		p.reportWhitespace(s, v, strings.TrimSpace(v.Text()))
	}
}

// reportWhitespace reports a value and what it would be without white space.
func (p *Pass) reportWhitespace(s *policy.Statement, v *policy.Value, without string) {
	f := p.Reportf(s, v, "%q has stray white space and never matches", v.String())
	f.Subject = v.String()
	if without != "" {
		edits, ok := p.Replace(*v, without)
		f.Fix("take the white space out", edits, ok)
	}
}
