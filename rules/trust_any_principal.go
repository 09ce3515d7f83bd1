package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// TrustAnyPrincipal reports roles that everyone in the world can assume.
var TrustAnyPrincipal = &Rule{
	Name: "trust-any-principal",
	Kind: Security, Severity: Critical,
	Policies: policy.Trust,
	Doc: `anyone with an AWS account can assume the role

The principal "*" of a trust policy is every user and role of every AWS account.
Conditions help only if outsiders cannot meet them: an organization, an account
or the ARN of a principal. MFA, principal tags and an external id do not say
whose account it is. Name the accounts or roles that are to assume the role.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": «"*"»},
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
	Silences: []string{
		"trust-account-root",
		// What is weak about the conditions.
		"allow-negated-condition", "condition-always-true", "forallvalues-without-null-guard",
		"if-exists-on-security-key", "mfa-allow-inverted", "sensitive-key-wildcard", "set-operator-on-single-valued-key",
		"untrustworthy-condition-key", "wide-source-ip",
	},
	Run: trustAnyPrincipal,
}

func trustAnyPrincipal(pass *Pass) {
	d := pass.Policy
	if newOutsiderDenies(d).deny("sts:AssumeRole", nil) {
		return
	}
	for _, s := range d.Statements {
		star, everyone := s.Principal.Anyone()
		if !everyone || !letsAssume(s) || !pass.mayLetOutsidersIn(s) {
			continue
		}
		switch callerBindingOf(d, s) {
		case unconditioned:
			f := pass.Reportf(s, star, "anyone with an AWS account can assume this role")
			f.ProveOutsider(pass.Analysis(), "sts:AssumeRole").Subject = "*"
		case unbound:
			pass.reportWeakTrust(s, star)
		}
	}
}

// reportWeakTrust reports a trust in everybody whose conditions outsiders can
// meet. An external id they would have to know.
func (p *Pass) reportWeakTrust(s *policy.Statement, star policy.Value) {
	if e, ok := externalID(s); ok {
		p.Reportf(s, star, "anyone with an AWS account who knows the external id can assume this role").
			As(Security, High).AddRelated(e.Span, "the external id").ProveOutsider(p.Analysis(), "sts:AssumeRole").Subject = "*"
		return
	}
	p.Reportf(s, star, "anyone with an AWS account can assume this role: its conditions do not bind the caller").
		ProveOutsider(p.Analysis(), "sts:AssumeRole").Subject = "*"
}

// externalID returns the entry that demands an external id, if there is one
// that cannot be met by leaving it out.
func externalID(s *policy.Statement) (policy.Condition, bool) {
	for _, e := range s.Condition.Entries {
		op := access.ParseOperator(e.Operator.Text())
		demands := !op.Negated && !op.PassesAbsent() && op.Name != "null"
		if demands && strings.EqualFold(e.Variable.Text(), "sts:ExternalId") && !meetsAny(op, e.List) {
			return e, true
		}
	}
	return policy.Condition{}, false
}

// meetsAny says whether one of the values is met by every value of the key.
func meetsAny(op access.Operator, l policy.List) bool {
	_, ok := everything(l)
	return op.Glob && ok
}

// letsAssume says whether the statement certainly allows sts:AssumeRole.
func letsAssume(s *policy.Statement) bool {
	if s.Effect != policy.Allow || s.NotAction.Present() {
		return false
	}
	for _, a := range s.Action.Values {
		if access.ActionPattern(a).MatchesAction("sts:AssumeRole") == access.Yes {
			return true
		}
	}
	return false
}
