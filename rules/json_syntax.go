package rules

// JSONSyntax reports text that is meant to be a policy, or to hold one, and is
// not JSON.
var JSONSyntax = &Rule{
	Name: "json-syntax",
	Kind: Error,
	Doc: `the text is not valid JSON

AWS refuses a policy that is not JSON: one with a comma too many or too few,
with comments, with quotes of a word processor, or with more text after its
end. Nothing else can be said of such a policy until that is mended. Files
that are not JSON and were not meant to hold a policy are left alone.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}«,»
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}
  ]
}
`,
}
