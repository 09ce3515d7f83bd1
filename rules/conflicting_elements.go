package rules

import "github.com/iamlint/iamlint/policy"

// ConflictingElements reports elements of which a statement takes one.
var ConflictingElements = &Rule{
	Name: "conflicting-elements",
	Kind: Error,
	Doc: `a statement has an element and its opposite

A statement says either what it is about, in Action, Resource or Principal, or
what it is not about, in NotAction, NotResource or NotPrincipal. AWS refuses a
statement with both. Make two statements, or leave one out.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:*", «"NotAction"»: "s3:DeleteBucket", "Resource": "*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
    {"Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "*"}
  ]
}
`,
	Run: conflictingElements,
}

func conflictingElements(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		pass.checkConflict(s, "Action", isThere(s.Action), s.Action.Key, isThere(s.NotAction), s.NotAction.Key)
		pass.checkConflict(s, "Resource", isThere(s.Resource), s.Resource.Key, isThere(s.NotResource), s.NotResource.Key)
		pass.checkConflict(s, "Principal", s.Principal.Present(), s.Principal.Key, s.NotPrincipal.Present(), s.NotPrincipal.Key)
	}
}

// isThere says whether the element certainly is: Terraform leaves out a list
// that turns out to be empty.
func isThere(l policy.List) bool { return l.Present() && (len(l.Values) > 0 || !l.Open()) }

func (p *Pass) checkConflict(s *policy.Statement, element string, has bool, at policy.Span, hasNot bool, notAt policy.Span) {
	if has && hasNot {
		f := p.Reportf(s, notAt, "%s and Not%[1]s cannot be in one statement", element)
		f.AddRelated(at, "the %s", element)
		f.Subject = element
	}
}
