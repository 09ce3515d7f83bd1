package rules

// UnreadableFile reports a file that was named, or that a policy is read from,
// and that could not be read.
var UnreadableFile = &Rule{
	Name: "unreadable-file",
	Kind: Error,
	Doc: `a file cannot be read

A file that was named, or that a policy is taken from, is missing, may not be
read, is no regular file, is not text, or lies outside of what is being
checked. What it says is unknown, and nothing that depends on it is reported.
Name a file that is there, below the directory that is checked.`,
	Format: "main.tf",
	Bad: `resource "aws_iam_policy" "read" {
  policy = file(«"no-such-file.json"»)
}
`,
	Good: `resource "aws_iam_policy" "read" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::example/*" }]
  })
}
`,
}
