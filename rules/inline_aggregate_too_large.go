package rules

import "github.com/iamlint/iamlint/policy"

// InlineAggregateTooLarge reports users, groups and roles whose inline policies
// are together larger than AWS takes.
var InlineAggregateTooLarge = &Rule{
	Name: "inline-aggregate-too-large",
	Kind: Error,
	Doc: `the inline policies of one identity are too large together

All inline policies of a user may have 2,048 characters together, those of a
group 5,120, those of a role 10,240; white space does not count. AWS refuses the
policy that is one too many. Make managed policies of them: each may have 6,144
characters.`,
	Format: "main.tf",
	Bad: `«resource "aws_iam_user" "app"» {
  name = "app"
}

resource "aws_iam_user_policy" "read" {
  user = aws_iam_user.app.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = [for n in range(30) : "arn:aws:s3:::example-data/department-${n}/*"] }]
  })
}

resource "aws_iam_user_policy" "write" {
  user = aws_iam_user.app.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:PutObject", Resource = [for n in range(30) : "arn:aws:s3:::example-data/department-${n}/*"] }]
  })
}
`,
	Good: `resource "aws_iam_user" "app" {
  name = "app"
}

resource "aws_iam_user_policy" "read" {
  user = aws_iam_user.app.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = [for n in range(30) : "arn:aws:s3:::example-data/department-${n}/*"] }]
  })
}
`,
	RunScope: inlineAggregateTooLarge,
}

func inlineAggregateTooLarge(pass *Pass) {
	for _, id := range pass.Scope.Identities {
		q, ok := pass.quota(policy.Identity, string(id.Type))
		if !ok || id.Several || len(id.Policies) < 2 {
			continue
		}
		sum, atLeast, largest := 0, false, 0
		for _, a := range inlinePolicies(id) {
			z := sizeOf(a.Document)
			n := z.counted[q.counts]
			sum, atLeast, largest = sum+n, atLeast || z.atLeast, max(largest, n)
		}
		if sum <= q.limit || largest > q.limit {
			continue // policy-too-large says it of a single one
		}
		z := policySize{atLeast: atLeast}
		f := pass.Reportf(nil, id.Span, "inline policies of %s sum to %s of %s %s", id.Address, z.inWords(sum), grouped(q.limit), q.counts)
		f.Principal, f.Subject = id.Address, "inline policies"
	}
}
