package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// PlaceholderAccount reports accounts that stand in documentation.
var PlaceholderAccount = &Rule{
	Name: "placeholder-account",
	Kind: Warning,
	Doc: `the account is one of those that documentation uses

AWS's examples speak of accounts such as 123456789012 and 111122223333. They are
nobody's: a policy that was copied and still has one matches nothing, or trusts an
account that you do not know. Files of examples, documentation and tests are not
reported, nor is an account that the configuration lists.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:«123456789012»:jobs"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:314159265358:jobs"}}`,
	Run:  placeholderAccount,
}

// isPlaceholder says whether the account is one of AWS's documentation, or 12
// times the same digit.
//
// Source: AWS guides and API references, "Example" sections.
func isPlaceholder(account string) bool {
	switch account {
	case "123456789012", "012345678901", "111122223333", "444455556666":
		return true
	}
	return len(account) == 12 && account[0] >= '0' && account[0] <= '9' && strings.Trim(account, account[:1]) == ""
}

func placeholderAccount(pass *Pass) {
	var said map[string]*Finding // by account: one that was not replaced stands in many places
	report := func(s *policy.Statement, v policy.Value) {
		account := v.Text()
		if !v.Known() || !isPlaceholder(account) || pass.isOurs(account) || isForShow(pass.Scope.Name) || isForShow(pass.Policy.Name) {
			return
		}
		if f := said[account]; f != nil {
			if len(f.Diagnostic.Related) < maxListed {
				f.AddRelated(v, "also here")
			}
			return
		}
		if said == nil {
			said = map[string]*Finding{}
		}
		said[account] = pass.Reportf(s, v, "account %s is a placeholder of documentation", account)
	}
	for m := range pass.mentionedARNs() {
		if isPlaceholder(m.arn.text(arnAccount)) {
			report(m.statement, m.arn.field(arnAccount))
		}
	}
	for m := range pass.otherValues() {
		if isPlaceholder(m.value.Text()) && (m.condition == nil || isAccountKey(m.condition.Variable.Text())) {
			report(m.statement, *m.value)
		}
	}
}

// isAccountKey says whether the values of a condition key are accounts.
func isAccountKey(key string) bool {
	key = strings.ToLower(key)
	return strings.HasSuffix(key, "account") || strings.HasSuffix(key, "owner")
}

// isOurs says whether the configuration lists the account.
func (p *Pass) isOurs(account string) bool {
	_, trusted := p.Config.TrustedAccounts[account]
	return trusted || slices.Contains(p.Config.Accounts, account)
}
