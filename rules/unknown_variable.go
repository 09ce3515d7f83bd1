package rules

import (
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
		case key.class == unknownKey:
			pass.reportUnknownVariable(s, &v)
		case key.class == documentedKey && key.Multivalued():
			f := pass.Reportf(s, v.at(), "%s has several values and cannot be a variable", v.text)
			f.As(Warning, 0).Subject = v.text
		}
	}
}

func (p *Pass) reportUnknownVariable(s *policy.Statement, v *placedVariable) {
	near := p.nearestVariables(v.name())
	if len(near) > 0 {
		shown := near[0]
		if strings.HasSuffix(shown, "/") {
			shown += "…" // and the tag
		}
		f := p.Reportf(s, v.at(), "%s is not a known key; did you mean ${%s}?", v.text, shown)
		f.Subject = v.text
		if len(near) == 1 && shown == near[0] {
			text := v.value.Text()
			right := strings.Replace(v.text, v.name(), near[0], 1)
			edits, ok := p.Replace(*v.value, text[:v.from]+right+text[v.to:])
			f.Fix("write "+right, edits, ok)
		}
		return
	}
	prefix, key, ok := strings.Cut(v.name(), ":")
	switch {
	case !ok || strings.HasPrefix(key, ":"):
		p.Reportf(s, v.at(), "%s is not a known key", v.text).Subject = v.text
		return
	case len(p.Policy.Uses) == 0 && !strings.EqualFold(prefix, "aws"):
		return // in a template it may be something else: ${ssm:name} of the Serverless Framework
	}
	f := p.Reportf(s, v.at(), "%s is not a known key, or is newer than the AWS data of %s", v.text, p.Catalog.Date())
	f.As(Warning, 0).Subject = v.text
}
