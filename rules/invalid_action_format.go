package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// InvalidActionFormat reports actions that are not of the form service:action.
var InvalidActionFormat = &Rule{
	Name: "invalid-action-format",
	Kind: Error,
	Doc: `the action is not of the form service:action

An action is the prefix of a service, a colon, and the name of an action or a
pattern with * and ?. Only the lone * needs no service. AWS refuses anything
else, or never matches it. Names consist of letters, digits and hyphens.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": [«"s3GetObject"», "s3:ListBucket"], "Resource": "*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "*"}}`,
	Run:  invalidActionFormat,
}

func invalidActionFormat(pass *Pass) {
	for s, v := range pass.oddActions() {
		if !hasActionFormat(v) && !pass.saidOtherwise(s, &v) {
			f := pass.Reportf(s, v, "%q is not service:action", v.String())
			f.Subject = v.String()
		}
	}
}

// saidOtherwise says whether another rule tells what is wrong with an action.
func (p *Pass) saidOtherwise(s *policy.Statement, v *policy.Value) bool {
	if actions, _ := s.Actions(); namesNothing(&actions) {
		return true // empty-element
	}
	if p.mayBeFilledIn(v) || len(p.variablesOf(v)) > 0 {
		return true // no rule, or variable-unsupported-place
	}
	if _, ok := withoutWhitespace(v); ok {
		return true // stray-whitespace
	}
	_, _, ok := beyondLatin(v)
	return ok && InvalidCharacter.AppliesTo(p.Policy.Kind) && latinOnly(p.Policy)
}

// hasActionFormat says whether the action is, or may be, of the right form.
// Whether there may be wildcards in the service's prefix is another question.
func hasActionFormat(v policy.Value) bool {
	text := v.Text()
	if hasOther(text, ":*?") {
		return false
	}
	if !v.Known() {
		colons := strings.Count(text, ":")
		return colons == 1 || colons == 0 && mayHoldColon(v)
	}
	service, name, ok := strings.Cut(text, ":")
	if !ok {
		return text == "*"
	}
	return service != "" && name != "" && strings.IndexByte(name, ':') < 0
}

// mayHoldColon says whether a hole of the value may hold one.
func mayHoldColon(v policy.Value) bool {
	for _, h := range v.Holes() {
		if !h.Form.Safe() {
			return true
		}
	}
	return false
}
