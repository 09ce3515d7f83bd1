package rules

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/iamlint/iamlint/policy"
)

// CrossAccountPrincipal reports principals of accounts that are not ours.
var CrossAccountPrincipal = &Rule{
	Name: "cross-account-principal",
	Kind: Security, Severity: Medium,
	Policies: policy.Resource,
	Doc: `a principal of a foreign account has access

The principal is of an account that the configuration lists neither under
accounts nor under trusted_accounts. Remove it, or list the account. Nothing is
reported while accounts is not set, and nothing of the accounts of AWS that
deliver logs.`,
	Settings: `accounts: ["111122223333"]`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": «"arn:aws:iam::444455556666:role/reader"»},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:role/reader"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Run: crossAccountPrincipal,
}

func crossAccountPrincipal(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Allow {
			continue
		}
		for _, v := range s.Principal.All("AWS") {
			account, ok := accountOfPrincipal(v)
			if !ok || !pass.Config.isForeign(account) || slices.Contains(awsAccounts(), account.Text()) {
				continue
			}
			format := "%q belongs to the foreign account %s"
			if _, whole := wholeAccount(v); whole {
				format = "%q is all of the foreign account %s"
			}
			f := pass.Reportf(s, v, format, v.String(), account)
			f.Subject = v.String()
			if s.Condition.Restricts() || s.Open() {
				f.As(Security, Info)
			}
		}
	}
}

//go:embed aws_accounts.txt
var awsAccountsText string

// awsAccounts are accounts of AWS that deliver logs.
var awsAccounts = sync.OnceValue(func() []string { return slices.Collect(dataLines(awsAccountsText)) })

// accountOfPrincipal returns the account that a value under AWS belongs to, if
// that is known.
func accountOfPrincipal(v policy.Value) (policy.Value, bool) {
	if isAccount(v) {
		return v, true
	}
	a, ok := arnFieldsOf(&v)
	if !ok {
		return policy.Value{}, false
	}
	account := a.field(arnAccount)
	return account, isAccount(account)
}
