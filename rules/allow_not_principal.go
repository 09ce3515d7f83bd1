package rules

import "github.com/iamlint/iamlint/policy"

// AllowNotPrincipal reports Allows for everyone but somebody.
var AllowNotPrincipal = &Rule{
	Name: "allow-not-principal",
	Kind: Security, Severity: Critical,
	Policies: policy.Resource,
	Doc: `Allow with NotPrincipal lets in everyone else

NotPrincipal names those whom a statement is not about. With Allow it opens the
resource to everybody else there is, callers of other accounts and anonymous
ones included; AWS no longer supports it. Name in Principal who is to have the
access. To keep somebody out, use Deny.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    «"NotPrincipal"»: {"AWS": "arn:aws:iam::111122223333:user/trainee"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:role/shop"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
  }
}
`,
	Run: allowNotPrincipal,
}

func allowNotPrincipal(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		not := s.NotPrincipal
		if s.Effect != policy.Allow || !not.Present() || not.Open() {
			continue
		}
		if _, everyone := not.Anyone(); everyone {
			continue // allows nobody
		}
		at, where := not.Key.Or(not.Span), "the resource"
		if list, not := s.Resources(); !not {
			where = resourcesInWords(pass.Policy, list.Values)
		}
		if callerBindingOf(pass.Policy, s) == bound {
			pass.Reportf(s, at, "Allow with NotPrincipal opens %s to everyone else who meets the conditions", where).
				As(Security, Medium)
			continue
		}
		pass.Reportf(s, at, "Allow with NotPrincipal opens %s to everyone else, anonymous included", where)
	}
}
