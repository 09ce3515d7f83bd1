package rules

import "github.com/iamlint/iamlint/policy"

// ConflictingElements reports statements with an element and its opposite.
var ConflictingElements = &Rule{
	Name: "conflicting-elements",
	Kind: Error,
	Doc: `the statement has an element and its opposite

A statement has either Action or NotAction, either Resource or NotResource, and
either Principal or NotPrincipal. AWS refuses a policy with both. To leave
something out of a list, write a second statement that denies it.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {"Effect": "Allow", "Action": "s3:Get*", «"NotAction"»: "s3:GetObject", "Resource": "*"}
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"},
    {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"}
  ]
}
`,
	Run: conflictingElements,
}

func conflictingElements(pass *Pass) {
	principals := !pass.Policy.Kind.Is(withoutPrincipal) // those take neither
	for _, s := range pass.Policy.Statements {
		if certainlyThere(&s.Action) && certainlyThere(&s.NotAction) {
			pass.reportConflict(s, "Action", s.Action.Key, s.NotAction.Key)
		}
		if pass.Policy.Kind != policy.Trust && certainlyThere(&s.Resource) && certainlyThere(&s.NotResource) {
			pass.reportConflict(s, "Resource", s.Resource.Key, s.NotResource.Key)
		}
		if principals && certainlyHas(&s.Principal) && certainlyHas(&s.NotPrincipal) {
			pass.reportConflict(s, "Principal", s.Principal.Key, s.NotPrincipal.Key)
		}
	}
}

func (p *Pass) reportConflict(s *policy.Statement, element string, at, not policy.Span) {
	f := p.Reportf(s, not, "%s and Not%s cannot be in one statement", element, element)
	f.AddRelated(at, "%s is here", element).Subject = element
}
