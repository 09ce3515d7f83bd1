package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// ManagedAdminPolicy reports AWS managed policies that make administrators.
var ManagedAdminPolicy = &Rule{
	Name: "managed-admin-policy",
	Kind: Security, Severity: Critical,
	Doc: `an AWS managed policy for administrators is attached

AdministratorAccess allows everything. IAMFullAccess allows changing permissions
and so comes to the same, and PowerUserAccess allows everything but that. Whoever
gets hold of one such user, role or permission set has the account. Attach a
policy with what the task needs. As a permissions boundary AdministratorAccess
limits nothing.`,
	Format: "main.tf",
	Bad: `resource "aws_iam_role_policy_attachment" "deploy" {
  role       = aws_iam_role.deploy.name
  policy_arn = «"arn:aws:iam::aws:policy/AdministratorAccess"»
}
`,
	Good: `resource "aws_iam_role_policy_attachment" "deploy" {
  role       = aws_iam_role.deploy.name
  policy_arn = "arn:aws:iam::aws:policy/AWSCodeDeployDeployerAccess"
}
`,
	RunScope: managedAdminPolicy,
}

// administratorPolicies are the AWS managed policies that the rule is about.
var administratorPolicies = map[string]Severity{
	"AdministratorAccess": Critical,
	"IAMFullAccess":       High,
	"PowerUserAccess":     Medium,
}

// mostSevere is how bad a policy can be at most by who has it: a role's
// credentials do not last, and a permission set is held by people who sign in.
var mostSevere = map[policy.IdentityType]Severity{
	policy.User: Critical, policy.Group: Critical, policy.Role: High, policy.PermissionSetIdentity: Medium,
}

func managedAdminPolicy(pass *Pass) {
	for _, id := range pass.Scope.Identities {
		for _, a := range id.Policies {
			name := awsManagedPolicy(a.ARN)
			if severity, ok := administratorPolicies[name]; ok {
				pass.reportAttached(id, a, "attaches %s to %s", name, id.Address).
					As(Security, min(severity, mostSevere[id.Type]))
			}
		}
		if b := id.Boundary; b != nil && awsManagedPolicy(b.ARN) == "AdministratorAccess" {
			pass.reportAttached(id, *b, "AdministratorAccess as permissions boundary of %s limits nothing", id.Address).
				As(Warning, 0)
		}
	}
}

func (p *Pass) reportAttached(id *policy.IdentityFacts, a policy.Attached, format string, args ...any) *Finding {
	at := a.Span
	if a.ARN.IsValid() {
		at = a.ARN.Span
	}
	f := p.Reportf(nil, at, format, args...)
	f.Principal = id.Address
	return f.AddRelated(a.ARN.Use(), "attached here")
}

// awsManagedPolicy returns the name of the AWS managed policy, "" if the ARN
// is not certainly of one. The partition does not matter: each has them.
func awsManagedPolicy(v policy.Value) string {
	arn, ok := policy.ParseARN(v)
	if !ok || !arn.Service.Is("iam") || !arn.Account.Is("aws") || !arn.Resource.Known() {
		return ""
	}
	name, _ := strings.CutPrefix(arn.Resource.Text(), "policy/")
	return name
}
