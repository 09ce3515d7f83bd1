package rules

// ConditionNeverTrue reports entries that hold for no request.
var ConditionNeverTrue = &Rule{
	Name: "condition-never-true",
	Kind: Error,
	Doc: `an entry of the Condition holds for no request

Whatever a request has for the key, it does not pass: the statement never applies.
An Allow grants nothing, and a Deny protects nothing.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringNotLike": {"aws:PrincipalAccount": «"*"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringNotLike": {"aws:PrincipalAccount": "111122223333"}}}
  ]
}
`,
	Run: conditionNeverTrue,
}

func conditionNeverTrue(pass *Pass) {
	for e := range pass.comparisons() {
		v, ok := neverMet(e)
		if !ok {
			continue
		}
		f := pass.Reportf(e.statement, v, "%s %s %q is never true: the statement is dead", e.Operator.Text(), e.Variable.Text(), v.String())
		f.Subject = e.Variable.Text()
	}
}
