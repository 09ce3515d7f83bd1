package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/iamlint/iamlint/policy"
)

// APINameInvalid reports names of users, groups and roles that IAM refuses.
var APINameInvalid = &Rule{
	Name: "api-name-invalid",
	Kind: Error,
	Doc: `IAM refuses the name

Names of users and roles have up to 64 characters, of groups up to 128: letters,
digits and any of + = , . @ - and the underscore. IAM refuses any other.`,
	Format: "main.tf",
	Bad: `resource "aws_iam_role" "r" {
  name               = «"my role"»
  assume_role_policy = "{}"
}
`,
	Good: `resource "aws_iam_role" "r" {
  name               = "my-role"
  assume_role_policy = "{}"
}
`,
	RunScope: apiNameInvalid,
}

func apiNameInvalid(pass *Pass) {
	for _, id := range pass.Scope.Identities {
		limit := map[policy.IdentityType]int{policy.User: 64, policy.Role: 64, policy.Group: 128}[id.Type]
		text, known := id.Name.Literal()
		if limit == 0 || id.Undeclared || !known || text == "" {
			continue
		}
		why := ""
		if i := strings.IndexFunc(text, notInName); i >= 0 {
			r, _ := utf8.DecodeRuneInString(text[i:])
			why = fmt.Sprintf("has the character %q", r)
		} else if len(text) > limit {
			why = fmt.Sprintf("has %d characters, limit %d", len(text), limit)
		}
		if why != "" {
			f := pass.Reportf(nil, id.Name, "name %q %s", text, why)
			f.Principal, f.Subject = id.Address, text
		}
	}
}

// notInName says whether names may not have the character.
//
// Source: AWS IAM API Reference, CreateRole, pattern of RoleName.
func notInName(r rune) bool {
	return r >= utf8.RuneSelf || !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("_+=,.@-", r))
}
