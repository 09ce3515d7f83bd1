package rules

import "github.com/iamlint/iamlint/policy"

// PublicPrincipal reports resources that are open to the whole world.
var PublicPrincipal = &Rule{
	Name: "public-principal",
	Kind: Security, Severity: Critical,
	Policies: policy.Resource,
	Doc: `anyone can use the resource

The principal "*" of a resource policy is everybody, with or without an AWS
account. Conditions help only if outsiders cannot meet them, such as one on the
organization, the account, the VPC endpoint or the IP address. How bad it is
depends on what is allowed: writing, keys, secrets and permissions are worst.
Name the accounts, roles or services that need the access.`,
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
	Run: publicPrincipal,
}

func publicPrincipal(pass *Pass) {
	d := pass.Policy
	if d.Open() || d.Guessed && !speaksOfOneResource(d) {
		return // unknown parts may deny it; an endpoint's policy grants nothing
	}
	denies := newOutsiderDenies(d)
	for _, s := range d.Statements {
		star, everyone := s.Principal.Anyone()
		if !everyone || s.Effect != policy.Allow {
			continue
		}
		binding := callerBindingOf(d, s)
		if binding == bound {
			continue
		}
		g := publicGrantOf(pass, s, denies)
		if g == nil {
			continue
		}
		where := resourcesInWords(d, g.resources)
		if binding == unbound {
			pass.Reportf(s, star, "anyone can %s on %s: the conditions do not bind the caller", g.inWords(), where).
				As(Security, g.severity())
			continue
		}
		pass.Reportf(s, star, "anyone can %s on %s", g.inWords(), where).
			As(Security, g.severity()).Prove(pass.Denies(), g.action.FullName())
	}
}
