package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// ResourcePolicyWildcardAction reports resource policies that allow everything.
var ResourcePolicyWildcardAction = &Rule{
	Name: "resource-policy-wildcard-action",
	Kind: Security, Severity: Medium,
	Policies: policy.Resource,
	Doc: `a resource policy allows every action

Who may do everything to a queue, a bucket or a secret may also delete it and
change who else has access. List the actions that the work needs. In the policy
of a KMS key, kms:* for the key's own account is as it should be.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
    "Action": «"sqs:*"»,
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
    "Action": ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"],
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
  }
}
`,
	Run: resourcePolicyWildcardAction,
}

func resourcePolicyWildcardAction(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Allow || s.Principal.Open() || len(s.Principal.Sets) == 0 {
			continue
		}
		if _, everyone := s.Principal.Anyone(); everyone {
			continue // the rules on public access speak of it
		}
		for _, v := range s.Action.Values {
			if isWholeService(v) && !pass.isKeyOfOwner(s, v) {
				pass.reportWholeService(s, v)
			}
		}
	}
}

// isWholeService says whether an action certainly is "*" or all of a service.
func isWholeService(v policy.Value) bool {
	text, known := v.Literal()
	_, name, ok := strings.Cut(text, ":")
	return known && (v.AllWildcard() || ok && name != "" && strings.Trim(name, "*") == "")
}

func (p *Pass) reportWholeService(s *policy.Statement, v policy.Value) {
	who, severity := p.holders(s)
	if s.Condition.Restricts() || s.Open() {
		severity = Low
	}
	f := p.Reportf(s, v, "%q lets %s do everything to %s", v.Text(), who, resourcesInWords(p.Policy, s.Resource.Values))
	f.As(Security, severity).Subject = v.Text()
}

// holders names the principals of a statement, and says how bad it is that they
// may do everything: worse for strangers, less so for a single user or role.
func (p *Pass) holders(s *policy.Statement) (who string, severity Severity) {
	severity = p.Rule.Severity
	var all []string
	single := true
	for _, set := range s.Principal.Sets {
		for _, v := range set.Values {
			all = append(all, v.String())
			account, known := accountOfPrincipal(v)
			if known && set.Type.Is("AWS") && p.Config.isForeign(account) {
				severity = High
			}
			single = single && formOfPrincipal(v) == identityPrincipal
		}
	}
	switch {
	case len(all) == 0:
		return "nobody", Info
	case single && len(all) == 1 && severity != High:
		severity = Low
	}
	return listed(all), severity
}

// isKeyOfOwner says whether the statement gives a KMS key to the account that
// it belongs to, as nearly every key policy does, or may do so.
func (p *Pass) isKeyOfOwner(s *policy.Statement, v policy.Value) bool {
	isKey := p.Policy.Service == "kms" || p.Policy.Service == "" && strings.HasPrefix(v.Text(), "kms:")
	for _, holder := range s.Principal.All("AWS") {
		account, whole := wholeAccount(holder)
		switch {
		case !isKey:
			return false
		case !holder.Known() && formOfPrincipal(holder) != identityPrincipal:
			return true
		case whole && !p.Config.isForeign(account):
			return true
		}
	}
	return false
}
