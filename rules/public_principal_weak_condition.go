package rules

import "github.com/iamlint/iamlint/policy"

// PublicPrincipalWeakCondition reports resources that are open to the whole
// world in spite of conditions.
var PublicPrincipalWeakCondition = &Rule{
	Name: "public-principal-weak-condition",
	Kind: Security, Severity: High,
	Policies: policy.Resource,
	Doc: `anyone can use the resource: the conditions do not bind the caller

Conditions keep strangers out only if strangers cannot meet them. A referer, TLS,
a date or a principal's tag anyone can come by, and an operator with IfExists or
Not also holds for a request that does not have the key. Demand the organization,
the account, the VPC endpoint or the IP address.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": «"*"»,
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {"Bool": {"aws:SecureTransport": "true"}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": "*",
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
  }
}
`,
	// What is weak about the conditions.
	Silences: []string{
		"allow-negated-condition", "condition-always-true", "forallvalues-without-null-guard",
		"if-exists-on-security-key", "sensitive-key-wildcard", "set-operator-on-single-valued-key", "untrustworthy-condition-key", "wide-source-ip",
	},
	Run: publicPrincipalWeakCondition,
}

func publicPrincipalWeakCondition(pass *Pass) {
	pass.eachPublic(unbound, func(s *policy.Statement, star policy.Value, g *publicGrant) {
		pass.Reportf(s, star, "anyone can %s on %s: the conditions do not bind the caller",
			g.inWords(), resourcesInWords(pass.Policy, g.resources)).As(Security, g.severity()).
			ProveOutsider(pass.Analysis(), g.action.FullName())
	})
}
