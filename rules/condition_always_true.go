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
and is not reported.`,
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
	for e := range pass.conditionEntries() {
		v, ok := alwaysMet(e)
		if !ok {
			continue
		}
		f := pass.Reportf(e.statement, v, "%s %s %q excludes nobody", e.Operator.Text(), e.Variable.Text(), v.String())
		f.Subject = e.Variable.Text()
		if e.statement.Effect == policy.Allow {
			f.As(Security, Medium)
			if len(e.statement.Condition.Entries) == 1 && !conditionsMayHold(e.statement) {
				f.As(Security, High)
			}
		}
		if edits, ok := pass.DeleteEntry(e.statement, indexOfEntry(e)); ok {
			f.Fix("remove the entry", edits, ok)
		}
	}
}

// alwaysMet returns the value that makes a positive entry hold for every
// request.
func alwaysMet(e conditionEntry) (policy.Value, bool) {
	if e.op.negated || e.op.anyValue || e.op.family == nullOperator {
		return policy.Value{}, false
	}
	always := neverMissing[e.key] || e.op.passesAbsent
	for _, v := range e.Values {
		switch {
		case e.op.glob && v.AllWildcard() && always:
			return v, true
		case e.op.family == addressOperator && e.key == "aws:sourceip" && isEveryAddress(v):
			return v, true
		}
	}
	return policy.Value{}, false
}

func indexOfEntry(e conditionEntry) int {
	for i := range e.statement.Condition.Entries {
		if &e.statement.Condition.Entries[i] == e.Condition {
			return i
		}
	}
	return 0
}
