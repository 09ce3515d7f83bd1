package rules

import "github.com/iamlint/iamlint/policy"

// WildcardAction reports statements that allow every action, on whatever.
var WildcardAction = &Rule{
	Name: "wildcard-action",
	Kind: Security, Severity: High,
	Policies: policy.Identity | policy.PermissionSet,
	Doc: `a statement allows every action of every service

Even on few resources "*" allows more than reading and writing: deleting them,
sharing them with others, changing who may use them. It also allows what AWS adds
later. List the actions that the work needs.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": «"*"»,
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["s3:GetObject", "s3:PutObject"],
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Silences: []string{"wildcard-service-action"},
	Run:      wildcardAction,
}

func wildcardAction(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		action, all := everyAction(s)
		if !all || !allows(s) || pass.Analysis().On(s).Action("*") {
			continue
		}
		severity := High
		if restrictionOf(s) == guarded {
			severity = Medium
		}
		pass.Reportf(s, action, "Action %q allows every action of every service", action).
			As(Security, severity).
			Prove(pass.Analysis(), "*")
	}
}
