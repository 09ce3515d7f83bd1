package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// PrincipalIsGroup reports groups and other things that are no principals.
var PrincipalIsGroup = &Rule{
	Name:     "principal-is-group",
	Kind:     Error,
	Policies: policy.Resource | policy.Trust,
	Doc: `a group, an instance profile or a policy is no principal

Groups do not sign in, and neither do instance profiles and policies: AWS refuses
a policy that names one as a principal. Name the users or the role, or give the
group an identity policy.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": «"arn:aws:iam::111122223333:group/admins"»},
    "Action": "sts:AssumeRole"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:role/admins"},
    "Action": "sts:AssumeRole"
  }
}
`,
	Run: principalIsGroup,
}

func principalIsGroup(pass *Pass) {
	for p := range pass.principals("AWS") {
		if formOfPrincipal(p.value) != groupPrincipal {
			continue
		}
		a, _ := arnFieldsOf(&p.value)
		kind, _, _ := strings.Cut(a.text(arnResource), "/")
		what := map[string]string{
			"group": "a group", "instance-profile": "an instance profile", "policy": "a policy",
			"server-certificate": "a certificate", "mfa": "an MFA device",
		}[kind]
		f := pass.Reportf(p.statement, p.value, "%q is %s, not a principal", p.value.String(), what)
		f.Subject = p.value.String()
	}
}
