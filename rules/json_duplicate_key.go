package rules

import "github.com/iamlint/iamlint/policy"

// JSONDuplicateKey reports members of an object that a later one of the same
// name hides.
var JSONDuplicateKey = &Rule{
	Name: "json-duplicate-key",
	Kind: Error,
	Doc: `the same key is twice in one object

Of several members with one name, readers of JSON keep the last: an earlier
Action or Condition vanishes without a word, and the policy says less, or grants
more, than its text. Merge the values into one member. Two values of one
condition key become a list; two operators of the same name become one, with
both keys in it.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    «"Action"»: "s3:ListBucket",
    "Resource": "*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["s3:GetObject", "s3:ListBucket"],
    "Resource": "*"
  }
}
`,
	Run: jsonDuplicateKey,
}

func jsonDuplicateKey(pass *Pass) {
	for _, p := range pass.Policy.Problems {
		if p.Kind != policy.DuplicateKey {
			continue
		}
		f := pass.Reportf(p.Statement, p.Span, "duplicate key %q: only the last one counts, what stands before is ignored", p.Element)
		f.AddRelated(p.First, "first used here")
		f.Subject = p.Element
	}
}
