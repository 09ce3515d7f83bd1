package rules

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// AccountRootPrincipal reports resources that are open to all of another
// account.
var AccountRootPrincipal = &Rule{
	Name:     "account-root-principal",
	Kind:     Suggestion,
	Policies: policy.Resource,
	Doc: `all of another account has access

The root of an account as principal, or its number, is everybody there to whom
its administrators give the permission. Of an account that is trusted but not
among accounts in the configuration, name the roles that need the access. Nothing
is reported while accounts is not set.`,
	Settings: `accounts: ["111122223333"]
trusted_accounts: {"777788889999": backup}`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": «"arn:aws:iam::777788889999:root"»},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::777788889999:role/backup"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Run: accountRootPrincipal,
}

func accountRootPrincipal(pass *Pass) {
	cfg := pass.Config
	if cfg == nil || len(cfg.Accounts) == 0 {
		return
	}
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Allow || picksPrincipals(s, "aws:principalarn", "aws:principaltag/") {
			continue
		}
		for _, v := range s.Principal.All("AWS") {
			account, ok := wholeAccount(v)
			if !ok || !account.Known() || cfg.isForeign(account) || slices.Contains(cfg.Accounts, account.Text()) {
				continue
			}
			pass.Reportf(s, v, "%q means all of account %s", v.String(), account).Subject = v.String()
		}
	}
}
