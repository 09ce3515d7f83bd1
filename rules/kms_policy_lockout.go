package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// KMSPolicyLockout reports key policies that nobody can change.
var KMSPolicyLockout = &Rule{
	Name:     "kms-policy-lockout",
	Kind:     Error,
	Policies: policy.Resource,
	Doc: `nobody may change the key policy

The policy of a KMS key must give kms:PutKeyPolicy to someone; identity policies
alone do not. Without it, neither administrators nor the root user can change the
policy or manage the key, and only AWS Support can help. Allow kms:* to the root
of the key's account.`,
	Format: "main.tf",
	Bad: `resource "aws_kms_key" "k" {
  policy = «jsonencode»({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "kms:Decrypt", Resource = "*" },
    ]
  })
}
`,
	Good: `resource "aws_kms_key" "k" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" },
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "kms:Decrypt", Resource = "*" },
    ]
  })
}
`,
	Run: kmsPolicyLockout,
}

func kmsPolicyLockout(pass *Pass) {
	d := pass.Policy
	if d.Service != "kms" || d.Guessed || d.Open() || len(d.Statements) == 0 || len(d.Problems) > 0 {
		return
	}
	for _, s := range d.Statements {
		if mayLetChangeKey(s) {
			return
		}
	}
	pass.Reportf(nil, d.Head, "nobody may change this key policy: no statement allows kms:PutKeyPolicy")
}

// mayLetChangeKey says whether the statement may allow someone to change the
// policy of the key that it stands in.
func mayLetChangeKey(s *policy.Statement) bool {
	if s.Effect == policy.Deny || s.Effect == policy.NoEffect && s.EffectValue != nil && s.EffectValue.Known() {
		return false
	}
	actions, not := s.Actions()
	if not || actions.Open() || s.Open() {
		return true
	}
	for _, v := range actions.Values {
		if access.ActionPattern(v).MatchesAction("kms:PutKeyPolicy") != access.No {
			return true
		}
	}
	return false
}
