package rules

import "github.com/iamlint/iamlint/policy"

// ConditionAlwaysTrue reports entries that hold for every request.
var ConditionAlwaysTrue = &Rule{
	Name: "condition-always-true",
	Kind: Warning,
	Doc: `an entry of the Condition holds for every request

A pattern that everything matches, or a range of all addresses, compares nothing:
the entry looks like a restriction and is none. Write the values that are meant,
or remove it. On a key that not every request has, such a pattern demands the key,
and is not reported. A Deny of all addresses is not either: it leaves the requests
that come through VPC endpoints.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringLike": {"aws:PrincipalAccount": «"*"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringLike": {"aws:PrincipalAccount": "111122223333"}}}
  ]
}
`,
	Run: conditionAlwaysTrue,
}

func conditionAlwaysTrue(pass *Pass) {
	for e := range pass.comparisons() {
		v, ok := alwaysMet(e)
		everyAddress := !ok && e.statement.Effect != policy.Deny
		if everyAddress {
			v, ok = meetsEveryAddress(e)
		}
		if !ok {
			continue
		}
		what := "excludes nobody"
		if everyAddress {
			what = "is every address"
		}
		f := pass.Reportf(e.statement, v, "%s %s %q %s", e.Operator.Text(), e.Variable.Text(), v.String(), what)
		f.Subject = e.Variable.Text()
		if pass.grants(e.statement) {
			f.As(Security, Medium)
			if len(e.statement.Condition.Entries) == 1 && !conditionsMayHold(e.statement) {
				f.As(Security, High)
			}
		}
		if !everyAddress { // a request through a VPC endpoint has no address
			edits, ok := pass.DeleteEntry(e.statement, e.index)
			f.Fix("remove the entry", edits, ok)
		}
	}
}
