package rules

// PolicyNearLimit reports policies that are nearly as large as AWS takes.
var PolicyNearLimit = &Rule{
	Name: "policy-near-limit",
	Kind: Suggestion,
	Off:  true,
	Doc: `the policy is nearly as large as AWS takes

Nine tenths of what AWS takes are used: the next statement may be one too many.
Split the policy before that, or leave out what is redundant in it.`,
	Format: "main.tf",
	Bad: `resource "aws_iam_user_policy" "app" {
  user = "app"
  policy = «jsonencode»({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = [for n in range(42) : "arn:aws:s3:::example-data/department-${n}/*"]
    }]
  })
}
`,
	Good: `resource "aws_iam_user_policy" "app" {
  user = "app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = [for n in range(30) : "arn:aws:s3:::example-data/department-${n}/*"]
    }]
  })
}
`,
	Run: policyNearLimit,
}

func policyNearLimit(pass *Pass) {
	q, ok := pass.policyQuota()
	if !ok || !isLong(pass.Policy, q.limit) {
		return
	}
	z := pass.size()
	if n := z.counted[q.counts]; n <= q.limit && 10*n >= 9*q.limit {
		pass.Reportf(nil, pass.Policy.Head, "%s of %s %s", z.inWords(n), grouped(q.limit), q.counts)
	}
}
