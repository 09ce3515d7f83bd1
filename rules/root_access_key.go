package rules

import "github.com/iamlint/iamlint/policy"

// RootAccessKey reports access keys of the root user.
var RootAccessKey = &Rule{
	Name: "root-access-key",
	Kind: Security, Severity: Critical,
	Doc: `access key for the root user

Whoever has an access key of the root user can do everything in the account,
and no policy of the account can limit it. AWS's advice is to have no such key:
give the task a role of its own, and keep the root user for the few tasks that
need it.`,
	Format: "main.tf",
	Bad: `resource "aws_iam_access_key" "backup" {
  user = «"root"»
}
`,
	Good: `resource "aws_iam_user" "backup" {
  name = "backup"
}

resource "aws_iam_access_key" "backup" {
  user = aws_iam_user.backup.name
}
`,
	RunScope: rootAccessKey,
}

func rootAccessKey(pass *Pass) {
	for _, key := range pass.Scope.AccessKeys {
		if key.User.Is("root") && !declaresUser(pass.Scope, "root") {
			f := pass.Reportf(nil, key.User, "access key for the root user")
			f.Subject = key.Address
		}
	}
}

// declaresUser says whether the scope makes an IAM user of the name, be it as
// misleading as "root".
func declaresUser(scope *policy.Scope, name string) bool {
	for _, id := range scope.Identities {
		if id.Type == policy.User && !id.Undeclared && id.Name.Is(name) {
			return true
		}
	}
	return false
}
