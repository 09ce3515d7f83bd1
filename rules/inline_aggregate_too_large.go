package rules

// InlineAggregateTooLarge reports users, groups and roles with too much in
// inline policies.
var InlineAggregateTooLarge = &Rule{
	Name: "inline-aggregate-too-large",
	Kind: Error,
	Doc: `the inline policies of one identity are too large together

All inline policies of a role have 10,240 characters together, of a group 5,120,
of a user 2,048, without white space. Make managed policies of some, which count
on their own.`,
	Format: "main.tf",
	Bad: `«resource "aws_iam_user" "u"» {
  name = "u"
}

resource "aws_iam_user_policy" "a" {
  user   = aws_iam_user.u.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = [for i in range(30) : "arn:aws:s3:::example/customer-${i}/*"] }] })
}

resource "aws_iam_user_policy" "b" {
  user   = aws_iam_user.u.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = [for i in range(30) : "arn:aws:s3:::example/customer-${i}/*"] }] })
}
`,
	Good: `resource "aws_iam_user" "u" {
  name = "u"
}

resource "aws_iam_user_policy" "a" {
  user   = aws_iam_user.u.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = [for i in range(3) : "arn:aws:s3:::example/customer-${i}/*"] }] })
}
`,
	RunScope: inlineAggregateTooLarge,
}

func inlineAggregateTooLarge(pass *Pass) {
	for _, id := range pass.Scope.Identities {
		limit := inlineQuotas["aws_iam_"+string(id.Type)+"_policy"]
		total := 0
		for _, a := range id.Policies {
			if a.Inline && a.Document != nil {
				total += sizeOf(a.Document)
			}
		}
		if limit > 0 && total > limit && len(id.Policies) > 1 {
			f := pass.Reportf(nil, id.Span, "inline policies of %s sum to %d of %d characters", id.Address, total, limit)
			f.Principal, f.Subject = id.Address, "inline"
		}
	}
}
