package rules

// SyntaxError reports a file of a language other than JSON that does not parse.
var SyntaxError = &Rule{
	Name: "syntax-error",
	Kind: Error,
	Doc: `a Terraform, YAML or Go file does not parse

What the file declares is known as far as it could be read: policies may be
missing, and so may be what policies elsewhere in the directory refer to.
Everything else is checked as usual. The tool that the file is for says the
same, and refuses it.`,
	Format: "main.tf",
	Bad: `data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::example/*"
  «}»
}
`,
	Good: `data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::example/*"]
  }
}
`,
}
