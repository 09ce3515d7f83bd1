package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// UnknownVariable reports policy variables that AWS has no value for.
var UnknownVariable = &Rule{
	Name: "unknown-variable",
	Kind: Error,
	Doc: `there is no such policy variable

A policy variable is the name of a condition key. One that does not exist has no
value in any request, so a resource with it matches nothing, and nor does a
condition unless its operator is negated. A key that has several values, such as
aws:TagKeys, cannot be a variable either. Where no key is similar, it may be
newer than the AWS data, and it is a warning.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/«${aws:usernam}»/*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/${aws:username}/*"}}`,
	Run:  unknownVariable,
}

func unknownVariable(pass *Pass) {
	if !pass.Policy.Modern() {
		return
	}
	for s, v := range pass.expanded() {
		if v.escape() || v.fault() != "" {
			continue
		}
		switch key := pass.conditionKey(v.name()); {
		case isNoKey(key):
			pass.reportUnknownVariable(s, &v)
		case key.known != nil && key.known.Multivalued():
			f := pass.Reportf(s, v.at(), "%s has several values and cannot be a variable", v.text)
			f.As(Warning, 0).Subject = v.text
		}
	}
}

// isNoKey says whether no request has the key, as far as is known.
func isNoKey(k *conditionKey) bool {
	return k.sort == malformedKey || k.sort == unfinishedKey || k.sort == unknownKey
}

func (p *Pass) reportUnknownVariable(s *policy.Statement, v *placedVariable) {
	prefix, key, ok := strings.Cut(v.name(), ":")
	pseudo := strings.HasPrefix(key, ":") // a parameter of CloudFormation: ${AWS::AccountId}
	if near := p.nearestSingle(s, v.name()); len(near) > 0 && !pseudo {
		right := strings.Replace(v.text, v.name(), near[0].name, 1)
		f := p.Reportf(s, v.at(), "%s is not a known key; did you mean %s?", v.text, right)
		f.Subject = v.text
		if len(near) == 1 && near[0].whole {
			text := v.value.Text()
			edits, ok := p.Replace(*v.value, text[:v.from]+right+text[v.to:])
			f.Fix("write "+right, edits, ok)
		}
		return
	}
	switch {
	case !ok || pseudo:
		p.Reportf(s, v.at(), "%s is not a known key", v.text).Subject = v.text
		return
	case len(p.Policy.Uses) == 0 && !strings.EqualFold(prefix, "aws"):
		return // in a template it may be something else: ${ssm:name} of the Serverless Framework
	}
	f := p.Reportf(s, v.at(), "%s is not a known key, or is newer than the AWS data of %s", v.text, p.Catalog.Date())
	f.As(Warning, 0).Subject = v.text
}

// nearestSingle returns the keys with a single value that were probably meant.
func (p *Pass) nearestSingle(s *policy.Statement, name string) []nearKey {
	return slices.DeleteFunc(p.nearestKeys(s, name), func(k nearKey) bool {
		known := p.conditionKey(k.name).known
		return known != nil && known.Multivalued()
	})
}
