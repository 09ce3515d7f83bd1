package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// WildcardInPrincipal reports principals with a wildcard in them.
var WildcardInPrincipal = &Rule{
	Name:     "wildcard-in-principal",
	Kind:     Error,
	Policies: policy.Resource | policy.Trust,
	Doc: `there are no wildcards in principals

Only the whole "*", under AWS or as the Principal itself, stands for everyone. A
principal with a wildcard in it is refused or matches nobody, and so is "*" under
another type than AWS. Use the principal "*" with a condition: ArnLike on
aws:PrincipalArn, or an organization.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": «"arn:aws:iam::111122223333:role/deploy-*"»},
    "Action": "sts:AssumeRole"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "*"},
    "Action": "sts:AssumeRole",
    "Condition": {
      "StringEquals": {"aws:PrincipalAccount": "111122223333"},
      "ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/deploy-*"}
    }
  }
}
`,
	Run: wildcardInPrincipal,
}

func wildcardInPrincipal(pass *Pass) {
	for p := range pass.typedPrincipals() {
		kind, text := p.set.Type.Text(), p.value.Text()
		if !strings.ContainsAny(text, "*?") || len(policy.Variables(text)) > 0 {
			continue
		}
		instead := `use the principal "*" with a condition on aws:PrincipalArn`
		switch {
		case kind == "AWS" && p.value.Is("*"):
			continue
		case kind != "AWS":
			instead = "name each"
		case strings.Trim(text, "*?0123456789") == "" || strings.HasSuffix(text, ":root"):
			instead = `use the principal "*" with a condition on aws:PrincipalAccount or aws:PrincipalOrgID`
		}
		f := pass.Reportf(p.statement, p.value, "%q: there are no wildcards in %s principals; %s", p.value.String(), kind, instead)
		f.Subject = p.value.String()
	}
}
