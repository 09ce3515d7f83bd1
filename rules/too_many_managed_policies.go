package rules

import "github.com/iamlint/iamlint/policy"

// TooManyManagedPolicies reports identities with more managed policies than
// AWS takes.
var TooManyManagedPolicies = &Rule{
	Name: "too-many-managed-policies",
	Kind: Error,
	Doc: `too many managed policies are attached

A group takes 10 managed policies; a user or role takes 10 too, unless AWS has
raised the quota, to 20 at most. Merge policies, or put some into a group.`,
	Format: "main.tf",
	Bad: `«resource "aws_iam_group" "g"» {
  name = "g"
}

resource "aws_iam_group_policy_attachment" "g0" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p0"
}

resource "aws_iam_group_policy_attachment" "g1" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p1"
}

resource "aws_iam_group_policy_attachment" "g2" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p2"
}

resource "aws_iam_group_policy_attachment" "g3" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p3"
}

resource "aws_iam_group_policy_attachment" "g4" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p4"
}

resource "aws_iam_group_policy_attachment" "g5" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p5"
}

resource "aws_iam_group_policy_attachment" "g6" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p6"
}

resource "aws_iam_group_policy_attachment" "g7" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p7"
}

resource "aws_iam_group_policy_attachment" "g8" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p8"
}

resource "aws_iam_group_policy_attachment" "g9" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p9"
}

resource "aws_iam_group_policy_attachment" "g10" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p10"
}
`,
	Good: `resource "aws_iam_group" "g" {
  name = "g"
}

resource "aws_iam_group_policy_attachment" "g0" {
  group       = aws_iam_group.g.name
  policy_arn = "arn:aws:iam::111122223333:policy/p0"
}
`,
	RunScope: tooManyManagedPolicies,
}

// Source: AWS IAM User Guide, "IAM and AWS STS quotas".
const (
	usualAttachments = 10
	mostAttachments  = 20 // of users and roles, where raised
)

func tooManyManagedPolicies(pass *Pass) {
	for _, id := range pass.Scope.Identities {
		n := 0
		for _, a := range id.Policies {
			if !a.Inline {
				n++
			}
		}
		limit := mostAttachments
		if n <= limit || id.Type == policy.Group {
			limit = usualAttachments
		}
		if n <= limit || id.Type == policy.PermissionSetIdentity {
			continue
		}
		f := pass.Reportf(nil, id.Span, "%d managed policies on %s, limit %d", n, id.Address, limit)
		f.Principal, f.Subject = id.Address, "managed"
		if id.Type != policy.Group && limit == usualAttachments {
			f.As(Warning, 0)
		}
	}
}
