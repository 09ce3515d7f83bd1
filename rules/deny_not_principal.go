package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// DenyNotPrincipal reports Denies for everyone but somebody.
var DenyNotPrincipal = &Rule{
	Name:     "deny-not-principal",
	Kind:     Warning,
	Policies: policy.Resource,
	Doc: `Deny with NotPrincipal locks out more than meant

A request comes from several principals at once: the account, the role and its
session. A Deny with NotPrincipal spares only a request all of whose principals
are named: a role alone, without its account, is denied too. Use Deny for "*"
with a condition ArnNotEquals on aws:PrincipalArn.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    «"NotPrincipal"»: {"AWS": "arn:aws:iam::111122223333:role/audit"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/audit"}}
  }
}
`,
	Run: denyNotPrincipal,
}

func denyNotPrincipal(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		not := s.NotPrincipal
		if s.Effect != policy.Deny || !not.Present() || not.Open() {
			continue
		}
		if _, nobody := not.Anyone(); nobody || not.Empty() {
			continue
		}
		at := not.Key.Or(not.Span)
		if role, ok := roleWithoutAccount(not); ok {
			pass.Reportf(s, at, "Deny with NotPrincipal locks out %s too: its account is not named; use ArnNotEquals on aws:PrincipalArn", role).
				As(Error, 0).Subject = role.String()
			continue
		}
		pass.Reportf(s, at, "Deny with NotPrincipal locks out whoever is not named in full; use ArnNotEquals on aws:PrincipalArn")
	}
}

// roleWithoutAccount returns a user or role whose account's root is not among
// the principals.
func roleWithoutAccount(not policy.Principals) (policy.Value, bool) {
	all := not.All("AWS")
	for _, v := range all {
		a, ok := arnFieldsOf(&v)
		if !ok || !a.known(arnAccount) || !strings.Contains(a.text(arnResource), "/") {
			continue
		}
		if !namesAccount(all, a.text(arnAccount)) {
			return v, true
		}
	}
	return policy.Value{}, false
}

func namesAccount(all []policy.Value, account string) bool {
	for _, v := range all {
		if whole, ok := wholeAccount(v); ok && (!whole.Known() || whole.Text() == account) || !v.Known() {
			return true
		}
	}
	return false
}
