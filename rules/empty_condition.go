package rules

// EmptyCondition reports conditions, and operators in them, without entries.
var EmptyCondition = &Rule{
	Name: "empty-condition",
	Kind: Suggestion,
	Doc: `the Condition is empty

A Condition without entries is always met: the statement is as if it had none.
Leave it out, or write what was to be demanded. The same goes for an operator
without keys.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": «{}»}
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
}
`,
	Run: emptyCondition,
}

func emptyCondition(pass *Pass) {
	if pass.Policy.IsInstance() {
		return // it is not empty in all of them
	}
	for _, s := range pass.Policy.Statements {
		c := &s.Condition
		if c.Present() && !c.Restricts() {
			edits, ok := pass.DeleteElement(s, "Condition")
			pass.Reportf(s, c.Span, "Condition is empty and restricts nothing").Fix("take the Condition out", edits, ok)
			continue
		}
		for i, operator := range c.Idle {
			f := pass.Reportf(s, operator, "%s is empty and restricts nothing", operator.String())
			if len(c.Idle) <= maxIdleFixes {
				edits, ok := pass.DeleteIdle(s, i)
				f.Fix("take it out", edits, ok)
			}
		}
	}
}

// maxIdleFixes is more than there are operators in use: what to delete is looked
// for anew for each, which is not to be done for thousands.
const maxIdleFixes = 32
