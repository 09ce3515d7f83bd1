package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// TrustAccountRoot reports roles that all of an account can assume.
var TrustAccountRoot = &Rule{
	Name: "trust-account-root",
	Kind: Security, Severity: Low,
	Policies: policy.Trust,
	Doc: `all of an account can assume the role

The root of an account as principal, or its number, is every user and role there
that may call sts:AssumeRole: whoever hands out permissions in that account says
who gets the role. That is worse if the account is not one of those listed under
accounts in the configuration. Name the users or roles, or add a condition on
aws:PrincipalArn.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": «"arn:aws:iam::111122223333:root"»},
    "Action": "sts:AssumeRole"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:role/deploy"},
    "Action": "sts:AssumeRole"
  }
}
`,
	Run: trustAccountRoot,
}

func trustAccountRoot(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if !letsAssume(s) || len(s.Condition.Rest) > 0 || s.Open() && !s.Condition.Present() {
			continue
		}
		for _, v := range s.Principal.All("AWS") {
			account, ok := wholeAccount(v)
			switch {
			case !ok:
			case pass.Config.isForeign(account):
				if !picksPrincipals(s, "aws:principalarn") {
					pass.Reportf(s, v, "trusts all of the foreign account %s", account).As(Security, Medium)
				}
			case !picksPrincipals(s, "aws:principalarn", "aws:principaltag/", "aws:multifactorauthpresent", "aws:multifactorauthage"):
				pass.Reportf(s, v, "trusts all of account %s", account)
			}
		}
	}
}

// isForeign says whether the account certainly is neither ours nor one that we
// trust. Nothing is foreign if it is not known which ones are ours.
func (c *Config) isForeign(account policy.Value) bool {
	if c == nil || len(c.Accounts) == 0 || !account.Known() || slices.Contains(c.Accounts, account.Text()) {
		return false
	}
	_, trusted := c.TrustedAccounts[account.Text()]
	return !trusted
}

// picksPrincipals says whether a condition on one of the keys leaves only some
// principals of an account. A key that ends in a slash is a prefix.
func picksPrincipals(s *policy.Statement, keys ...string) bool {
	for _, e := range s.Condition.Entries {
		key := strings.ToLower(e.Variable.Text())
		picked := slices.ContainsFunc(keys, func(k string) bool {
			return key == k || strings.HasSuffix(k, "/") && strings.HasPrefix(key, k)
		})
		op := access.ParseOperator(e.Operator.Text())
		demandsAbsence := op.Name == "null" && saysBool(e.List, "true") || op.Name == "bool" && saysBool(e.List, "false")
		if picked && !op.Negated && !op.PassesAbsent() && !demandsAbsence && !meetsAny(op, e.List) {
			return true
		}
	}
	return false
}
