package rules

import "github.com/iamlint/iamlint/policy"

// WildcardOnlyActionScoped reports actions that take no resource and are given
// some.
var WildcardOnlyActionScoped = &Rule{
	Name:     "wildcard-only-action-scoped",
	Kind:     Warning,
	Policies: policy.Identity | policy.PermissionSet | policy.Boundary | policy.Session,
	Doc: `an action that works only on "*" is limited to resources

Some actions are about no single resource, such as those that list all of a
service's: AWS allows them on Resource "*" or not at all. Give them a statement of
their own. AWS's data is not complete there, so that it is a warning but for
some well-known actions.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["ecr:BatchGetImage", «"ecr:GetAuthorizationToken"»],
    "Resource": "arn:aws:ecr:eu-west-1:111122223333:repository/app"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "ecr:BatchGetImage",
      "Resource": "arn:aws:ecr:eu-west-1:111122223333:repository/app"
    },
    {
      "Effect": "Allow",
      "Action": "ecr:GetAuthorizationToken",
      "Resource": "*"
    }
  ]
}
`,
	Run: wildcardOnlyActionScoped,
}

func wildcardOnlyActionScoped(pass *Pass) {
	for i := range pass.statementFits() {
		m := &pass.statementFits()[i]
		if m.statement.Effect == policy.Deny && !m.dead {
			continue
		}
		var certain, likely []misfit
		for _, a := range m.missed {
			switch {
			case !a.wildcardOnly():
			case a.certainlyWildcardOnly():
				certain = append(certain, a)
			default:
				likely = append(likely, a)
			}
		}
		pass.reportWildcardOnly(m, certain, Error)
		pass.reportWildcardOnly(m, likely, Warning)
	}
}
