package rules

// ActionMatchesNothing reports patterns that match no action of their service.
var ActionMatchesNothing = &Rule{
	Name: "action-matches-nothing",
	Kind: Error,
	Doc: `the pattern matches no action of the service

A pattern that no action of the service fits has no effect: an Allow grants
nothing, a Deny protects nothing. Mostly a word in it is misspelled, or the
actions of the service start with other verbs than expected.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": [«"ec2:Discribe*"», "ec2:Get*"], "Resource": "*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["ec2:Describe*", "ec2:Get*"], "Resource": "*"}}`,
	Run:  actionMatchesNothing,
}

func actionMatchesNothing(pass *Pass) {
	for s, v := range pass.oddActions() {
		prefix, pattern, ok := splitAction(v)
		if !ok || !isPattern(pattern) || pattern == "*" {
			continue
		}
		service := pass.Catalog.Service(prefix)
		if service != nil && !service.MatchAny(pattern) && !pass.Catalog.MatchesNoted(prefix+":"+pattern) {
			f := pass.Reportf(s, v, "%s matches no action (AWS data of %s)", v, pass.Catalog.Date())
			f.Subject = v.String()
		}
	}
}
