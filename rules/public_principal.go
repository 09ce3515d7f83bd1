package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// PublicPrincipal reports resources that are open to the whole world.
var PublicPrincipal = &Rule{
	Name: "public-principal",
	Kind: Security, Severity: Critical,
	Policies: policy.Resource,
	Doc: `anyone can use the resource

The principal "*" of a resource policy is everybody, with or without an AWS
account. How bad it is depends on what is allowed: writing, keys, secrets and
permissions are worst. Name the accounts, roles or services that need the access,
or add a condition that outsiders cannot meet, such as one on the organization,
the account, the VPC endpoint or the IP address.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": «"*"»,
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
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
	pass.eachPublic(unconditioned, func(s *policy.Statement, star policy.Value, g *publicGrant) {
		pass.Reportf(s, star, "anyone can %s on %s", g.inWords(), resourcesInWords(pass.Policy, g.resources)).
			As(Security, g.severity()).ProveOutsider(pass.Analysis(), g.action.FullName())
	})
}

// eachPublic goes through the statements of a resource policy that allow
// something to everybody, with conditions of the sort asked for.
func (p *Pass) eachPublic(binding callerBinding, report func(*policy.Statement, policy.Value, *publicGrant)) {
	d := p.Policy
	if d.Open() || d.Guessed && !speaksOfOneResource(d) {
		return // unknown parts may deny it; an endpoint's policy grants nothing
	}
	var denies *outsiderDenies
	for _, s := range d.Statements {
		star, everyone := s.Principal.Anyone()
		if !everyone || s.Effect != policy.Allow || callerBindingOf(d, s) != binding {
			continue
		}
		if denies == nil {
			denies = newOutsiderDenies(d)
		}
		if g := publicGrantOf(p, s, denies); g != nil && (binding == bound || p.mayLetOutsidersIn(s)) {
			report(s, star, g)
		}
	}
}

// mayLetOutsidersIn says whether it is not certain that the policy keeps everybody
// from what the statement allows of whom it knows nothing.
func (p *Pass) mayLetOutsidersIn(s *policy.Statement) bool {
	_, is := p.Analysis().Outsider(s, "*")
	return is != access.No
}
