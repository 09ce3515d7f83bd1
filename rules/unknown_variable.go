package rules

import (
	"fmt"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// UnknownVariable reports policy variables that have no value.
var UnknownVariable = &Rule{
	Name: "unknown-variable",
	Kind: Error,
	Doc: `a policy variable has no value

A policy variable is a condition key with one value. With a key that does not
exist there is nothing to put in, and the statement never matches; a key with
several values cannot be a variable at all.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": «"arn:aws:s3:::example/${aws:user}/*"»}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/${aws:username}/*"}
  ]
}
`,
	Run: unknownVariable,
}

func unknownVariable(pass *Pass) {
	if !pass.Policy.Modern() {
		return
	}
	for s := range pass.eachString() {
		if s.element != "Resource" && s.element != "Condition" || !strings.Contains(s.value.Text(), "${") {
			continue
		}
		text := s.value.Text()
		for _, v := range policy.Variables(text) {
			if pass.checkVariable(s, v, text[v.From:v.To]) {
				break
			}
		}
	}
}

// checkVariable reports a variable that has no value, and says whether it did.
func (p *Pass) checkVariable(s policyString, v policy.Variable, shown string) bool {
	for _, h := range s.value.Holes() {
		if v.From < h.At && h.At < v.To {
			return false // its name is not known
		}
	}
	if !isTag(strings.ToLower(v.Name)) && strings.ContainsAny(v.Name, " \t") {
		return false
	}
	k := p.conditionKey(v.Name)
	switch {
	case k.known != nil && k.known.Multivalued():
		p.Reportf(s.statement, s.value, "%s has several values and cannot be a variable", shown).As(Warning, 0).Subject = shown
		return true
	case k.sort != unknownKey:
		return false
	}
	f := p.Reportf(s.statement, s.value, "%s is not a known condition key: the statement never matches", shown)
	f.Subject = shown
	if near := p.nearestKeys(s.statement, v.Name); len(near) > 0 {
		f.Message = fmt.Sprintf("%s is not a known condition key: the statement never matches; did you mean ${%s}?", shown, near[0].name)
	} else if p.Catalog.Service(k.prefix) != nil {
		f.As(Warning, 0) // it may be newer than the data
	}
	return true
}
