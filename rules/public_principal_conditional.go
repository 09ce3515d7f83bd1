package rules

import "github.com/iamlint/iamlint/policy"

// PublicPrincipalConditional reports resources that are open to everyone who
// meets conditions.
var PublicPrincipalConditional = &Rule{
	Name: "public-principal-conditional",
	Kind: Security, Severity: Info,
	Policies: policy.Resource,
	Off:      true,
	Doc: `the resource is open to everyone who meets the conditions

The principal is "*", and only conditions keep strangers out. They do, as far as
can be told; this is for a review of what is shared, and how.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": «"*"»,
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "111122223333"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
  }
}
`,
	Run: publicPrincipalConditional,
}

func publicPrincipalConditional(pass *Pass) {
	pass.eachPublic(bound, func(s *policy.Statement, star policy.Value, g *publicGrant) {
		if len(s.Condition.Rest) > 0 || len(s.Condition.Entries) == 0 {
			return
		}
		keys := make([]string, len(s.Condition.Entries))
		for i, e := range s.Condition.Entries {
			keys[i] = e.Variable.String()
		}
		pass.Reportf(s, star, "%s on %s is open to anyone who meets the conditions on %s",
			g.inWords(), resourcesInWords(pass.Policy, g.resources), listed(keys))
	})
}
