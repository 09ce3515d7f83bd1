package rules

import "github.com/iamlint/iamlint/policy"

// SCPAllowNarrow reports service control policies that allow a few things only.
var SCPAllowNarrow = &Rule{
	Name:     "scp-allow-narrow",
	Kind:     Warning,
	Policies: policy.SCP,
	Doc: `the service control policy allows a few things, and so blocks all others

An Allow of a service control policy grants nothing: it says what accounts may
use at all. Where FullAWSAccess was detached in favour of this policy, everything
that it does not name is blocked; where it was not, the Allow has no effect. To
block some things only, deny those.`,
	Format: "main.tf",
	Bad: `resource "aws_organizations_policy" "storage" {
  name = "storage"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = [«"s3:*"», "dynamodb:*"], Resource = "*" }]
  })
}
`,
	Good: `resource "aws_organizations_policy" "storage" {
  name = "storage"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "*", Resource = "*" },
      { Effect = "Deny", NotAction = ["s3:*", "dynamodb:*"], Resource = "*" },
    ]
  })
}
`,
	Run: scpAllowNarrow,
}

func scpAllowNarrow(pass *Pass) {
	d := pass.Policy
	if d.Open() {
		return
	}
	var first *policy.Statement
	var actions []string
	for _, s := range d.Statements {
		if s.Effect == policy.Deny {
			continue
		}
		if s.Effect != policy.Allow || !narrow(&s.Action) {
			return
		}
		if first == nil {
			first = s
		}
		for _, v := range s.Action.Values {
			actions = append(actions, v.String())
		}
	}
	if first != nil {
		f := pass.Reportf(first, first.Action.Values[0],
			"allows only %s: everything else is blocked where FullAWSAccess is not attached too", listed(actions))
		f.Subject = "Allow"
	}
}

// narrow says whether a list of actions certainly does not stand for all.
func narrow(l *policy.List) bool {
	if l.Open() || len(l.Values) == 0 {
		return false
	}
	for i := range l.Values {
		if v := &l.Values[i]; canBeStar(v) || isEveryAction(*v) {
			return false
		}
	}
	return true
}
