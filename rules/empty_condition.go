package rules

// EmptyCondition reports conditions without entries.
var EmptyCondition = &Rule{
	Name: "empty-condition",
	Kind: Suggestion,
	Doc: `the Condition is empty, and restricts nothing

A Condition without entries holds for every request, and so does an operator that
compares no key. Remove it, or say what is to be compared.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": «{}»}
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
	Run: emptyCondition,
}

func emptyCondition(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		c := s.Condition
		switch {
		case !c.Present() || c.Restricts():
			for _, operator := range c.Idle {
				pass.Reportf(s, operator, "%s compares nothing and restricts nothing", operator.String()).Subject = operator.String()
			}
		default:
			f := pass.Reportf(s, c.Span.Or(c.Key), "Condition is empty and restricts nothing")
			edits, ok := pass.DeleteElement(s, "Condition")
			f.Fix("remove the Condition", edits, ok)
		}
	}
}
