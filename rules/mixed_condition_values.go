package rules

// MixedConditionValues reports lists of values with different JSON types.
var MixedConditionValues = &Rule{
	Name: "mixed-condition-values",
	Kind: Error,
	Doc: `values of one condition have different JSON types

The values that a key is compared with may be strings, numbers or booleans, but
a list must not mix them. Write all as strings: it makes no difference to what
they mean.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:ListBucket",
    "Resource": "arn:aws:s3:::example",
    "Condition": {"NumericEquals": {"s3:max-keys": «["10", 20]»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:ListBucket",
    "Resource": "arn:aws:s3:::example",
    "Condition": {"NumericEquals": {"s3:max-keys": ["10", "20"]}}
  }
}
`,
	Run: mixedConditionValues,
}

func mixedConditionValues(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for i := range s.Condition.Entries {
			e := &s.Condition.Entries[i]
			if e.Bare == nil || !mixesTypes(e.List) {
				continue
			}
			f := pass.Reportf(s, e.List.Span, "values of %s mix JSON types", e.Variable)
			f.Subject = e.Variable.Text()
			edits, ok := pass.quoteBare(e.List)
			f.Fix("write all as strings", edits, ok)
		}
	}
}
