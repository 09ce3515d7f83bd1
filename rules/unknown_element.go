package rules

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// UnknownElement reports members of a policy that are no elements of one.
var UnknownElement = &Rule{
	Name: "unknown-element",
	Kind: Error,
	Doc: `there is no policy element of this name

A policy has the elements Version, Id and Statement; a statement has Sid,
Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource and
Condition. Their names are case-sensitive and singular. AWS refuses a policy
with any other, also one that is meant as a comment: say that in the Sid.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", «"actions"»: ["s3:GetObject"], "Resource": "*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"}}`,
	Run:  unknownElement,
}

func unknownElement(pass *Pass) {
	for _, p := range pass.Policy.Problems {
		if p.Kind != policy.UnknownElement {
			continue
		}
		near, ok := nearestElement(p)
		if !ok {
			pass.Reportf(p.Statement, p.Span, "unknown element %q", p.Element).Subject = p.Element
			continue
		}
		f := pass.Reportf(p.Statement, p.Span, "unknown element %q; did you mean %q?", p.Element, near)
		f.Subject = p.Element
		if renamable(pass.Policy, p, near) {
			edits, ok := pass.Replace(policy.NewValue(p.Span, p.Element), near)
			f.Fix("rename to "+near, edits, ok)
		}
	}
}

// renamable says whether the name can be put right where it stands: nothing
// but case and plural is wrong, and the right one is not there as well.
func renamable(d *policy.Document, p policy.Problem, near string) bool {
	if !sameButCaseAndPlural(p.Element, near) || !d.Span.Contains(p.Span) || slices.Contains(p.Siblings, near) {
		return false
	}
	for _, other := range p.Siblings {
		if sameButCaseAndPlural(other, near) {
			return false // two members would get the same name
		}
	}
	return p.Statement == nil && len(d.Rest) == 0 || p.Statement != nil && !p.Statement.Open()
}
