package rules

import "github.com/iamlint/iamlint/policy"

// TooManyManagedPolicies reports identities that more managed policies are
// attached to than AWS takes.
var TooManyManagedPolicies = &Rule{
	Name: "too-many-managed-policies",
	Kind: Error,
	Doc: `more managed policies are attached than AWS takes

A user, group or role may have 10 managed policies. For users an account can have
that raised to 20, for roles to 25: up to there it is a warning. Put what belongs
together into one policy.`,
	Format: "main.tf",
	Bad: `«resource "aws_iam_group" "staff"» {
  name = "staff"
}

resource "aws_iam_group_policy_attachment" "staff" {
  for_each   = toset(["AmazonEC2ReadOnlyAccess", "AmazonS3ReadOnlyAccess", "AmazonRDSReadOnlyAccess", "AmazonSQSReadOnlyAccess", "AmazonSNSReadOnlyAccess", "AmazonVPCReadOnlyAccess", "IAMReadOnlyAccess", "AWSLambda_ReadOnlyAccess", "AmazonECS_FullAccess", "CloudWatchReadOnlyAccess", "AWSCloudTrail_ReadOnlyAccess"])
  group      = aws_iam_group.staff.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}
`,
	Good: `resource "aws_iam_group" "staff" {
  name = "staff"
}

resource "aws_iam_group_policy_attachment" "staff" {
  group      = aws_iam_group.staff.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
`,
	RunScope: tooManyManagedPolicies,
}

func tooManyManagedPolicies(pass *Pass) {
	for _, id := range pass.Scope.Identities {
		q, ok := quotas[quotaKey{policy.Identity, string(id.Type), "managed-policies"}]
		if !ok || id.Several || len(id.Policies) <= q.limit {
			continue
		}
		n := certainlyManaged(id)
		if n <= q.limit {
			continue
		}
		limit := q.limit
		if n > q.most {
			limit = max(limit, q.most)
		}
		f := pass.Reportf(nil, id.Span, "%d managed policies on %s, limit %d", n, id.Address, limit)
		f.Principal, f.Subject = id.Address, "managed policies"
		if n <= q.most {
			f.As(Warning, 0)
		}
	}
}
