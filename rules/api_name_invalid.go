package rules

import "github.com/iamlint/iamlint/policy"

// APINameInvalid reports names, paths and the like that IAM does not take.
var APINameInvalid = &Rule{
	Name: "api-name-invalid",
	Kind: Error,
	Doc: `IAM does not take this name, path, description or duration

Names consist of letters, digits and + = , . @ - _. Those of users and roles have
up to 64 characters, others 128. Where Terraform makes a name of a prefix, it adds
26 characters. A path starts and ends with a slash. A description has up to
1,000 characters. A session of a role may last from 3,600 to 43,200 seconds.`,
	Format: "main.tf",
	Bad: `resource "aws_iam_role" "app" {
  name               = «"app role"»
  assume_role_policy = var.trust
}
`,
	Good: `resource "aws_iam_role" "app" {
  name               = "app-role"
  assume_role_policy = var.trust
}
`,
	RunScope: apiNameInvalid,
}

func apiNameInvalid(pass *Pass) {
	for i := range pass.Scope.Arguments {
		a := &pass.Scope.Arguments[i]
		if why := refusal(a); why != "" {
			f := pass.Reportf(nil, placeOf(a), "%s %q %s", a.Name, a.Value.String(), why)
			f.Principal, f.Subject = a.Address, a.Name
		}
	}
}

// placeOf returns what is wrong with an argument: the value, or else the
// expression that makes it.
func placeOf(a *policy.Argument) policy.Value {
	if a.Value.IsValid() {
		return a.Value
	}
	return policy.NewValue(a.Span, "")
}
