package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// AdminAccess reports statements that allow everything.
var AdminAccess = &Rule{
	Name: "admin-access",
	Kind: Security, Severity: Critical,
	Policies: policy.Identity | policy.PermissionSet,
	Doc: `a statement allows every action on every resource

Whoever has such a policy, or gets hold of the credentials of somebody who has,
owns the account: all data in it, and all identities. Conditions on MFA or on the
network make that harder, and no smaller. Allow the actions that the work needs,
on the resources it needs them on.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": «"*"»,
    "Resource": "*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["s3:GetObject", "s3:PutObject"],
    "Resource": "arn:aws:s3:::example/*"
  }
}
`,
	Silences: []string{"not-action-allow", "wildcard-action", "wildcard-resource", "wildcard-service-action"},
	Run:      adminAccess,
}

func adminAccess(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		action, all := everyAction(s)
		if !all || !allows(s) {
			continue
		}
		resource, everywhere := everyResource(s)
		if !everywhere {
			continue
		}
		r, denied := restrictionOf(s), pass.Analysis().On(s)
		if r == scoped || denied.Action("*") {
			continue
		}
		message := "allows everything"
		if denied.Touches("*") {
			message += " that the policy does not deny"
		}
		severity := min(r.lower(Critical), pass.mostSevere(), worstWithout(denied))
		f := pass.Reportf(s, action, "%s", message).As(Security, severity)
		f.AddRelated(resource, "on every resource")
		f.Prove(pass.Analysis(), "*")
	}
}

// worstWithout returns how bad it is at most to allow everything that is not
// denied: without iam nobody becomes administrator.
func worstWithout(denied *access.Denied) Severity {
	switch {
	case !denied.Action("iam:*"):
		return Critical
	case denied.Action("organizations:*") && denied.Action("account:*"):
		return Medium
	}
	return High
}

// mostSevere returns how bad it can be at most that the policy allows
// everything, by who has it as far as is known.
func (p *Pass) mostSevere() Severity {
	if p.Policy.Kind == policy.PermissionSet {
		return mostSevere[policy.PermissionSetIdentity]
	}
	worst := Info
	for _, address := range p.Policy.AttachedTo {
		worst = max(worst, p.mostSevereOf(address))
	}
	if len(p.Policy.AttachedTo) == 0 {
		return Critical
	}
	return worst
}

func (p *Pass) mostSevereOf(address string) Severity {
	for _, id := range p.Scope.Identities {
		if id.Address == address {
			return mostSevere[id.Type]
		}
	}
	return Critical
}
