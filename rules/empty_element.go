package rules

import "github.com/iamlint/iamlint/policy"

// EmptyElement reports elements that are there and name nothing.
var EmptyElement = &Rule{
	Name: "empty-element",
	Kind: Error,
	Doc: `an element names no action, no resource or nobody

A statement with an empty list of actions, resources or principals says nothing,
and IAM refuses it. Lists that are put together by a program or by Terraform may
become empty: leave out the whole statement then. In aws_iam_policy_document an
empty list is as if the element were not there.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": «[]», "Resource": "arn:aws:s3:::example/*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}}`,
	Run:  emptyElement,
}

func emptyElement(pass *Pass) {
	resource := pass.Policy.Kind != policy.Trust // takes none at all
	principal := pass.Policy.Kind.Is(policy.Resource | policy.Trust | policy.VPCEndpoint)
	for _, s := range pass.Policy.Statements {
		pass.reportEmptyList(s, &s.Action, "Action is empty: the statement does nothing")
		pass.reportEmptyList(s, &s.NotAction, "NotAction is empty: it leaves out nothing")
		if resource {
			pass.reportEmptyList(s, &s.Resource, "Resource is empty: the statement does nothing")
			pass.reportEmptyList(s, &s.NotResource, "NotResource is empty: it leaves out nothing")
		}
		if principal {
			pass.reportNobody(s, &s.Principal, "Principal", "Principal names nobody")
			pass.reportNobody(s, &s.NotPrincipal, "NotPrincipal", "NotPrincipal names nobody: it leaves out nobody")
		}
	}
}

func (p *Pass) reportEmptyList(s *policy.Statement, l *policy.List, message string) {
	if namesNothing(l) {
		p.Reportf(s, l.Span.Or(l.Key), "%s", message)
	}
}

// reportNobody reports principals that there are none of, and such as are the
// empty string.
func (p *Pass) reportNobody(s *policy.Statement, who *policy.Principals, element, message string) {
	if who.Empty() {
		p.Reportf(s, principalsMark(who), "%s", message).Subject = element
		return
	}
	for i := range who.Sets {
		for _, v := range who.Sets[i].Values {
			if v.Is("") {
				p.Reportf(s, v, "%s", message).Subject = element
			}
		}
	}
}

// principalsMark returns what to point at: the value, or of a block its name.
func principalsMark(p *policy.Principals) policy.Span {
	if p.Span.Contains(p.Key) {
		return p.Key
	}
	return p.Span
}

// namesNothing says whether the element is there and certainly has no values
// but the empty string.
func namesNothing(l *policy.List) bool {
	if !l.Present() || l.Open() {
		return false
	}
	for i := range l.Values {
		if !l.Values[i].Is("") {
			return false
		}
	}
	return true
}
