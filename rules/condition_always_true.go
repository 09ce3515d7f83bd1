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
	for e := range pass.conditionEntries() {
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
		if e.statement.Effect == policy.Allow && !pass.Policy.Kind.Is(ceilings) {
			f.As(Security, Medium)
			if len(e.statement.Condition.Entries) == 1 && !conditionsMayHold(e.statement) {
				f.As(Security, High)
			}
		}
		if !everyAddress { // a request through a VPC endpoint has no address
			edits, ok := pass.DeleteEntry(e.statement, indexOfEntry(e))
			f.Fix("remove the entry", edits, ok)
		}
	}
}

// alwaysMet returns the value that makes an entry hold for every request.
func alwaysMet(e conditionEntry) (policy.Value, bool) {
	if e.op.family == nullOperator {
		if neverMissing[e.key] && !e.op.hasSet() && saysOnly(e.List, "false") {
			return e.Values[0], true
		}
		return policy.Value{}, false
	}
	if e.op.negated || e.op.anyValue || !e.op.glob || !neverMissing[e.key] && !e.op.passesAbsent {
		return policy.Value{}, false
	}
	return everything(e.List)
}

// everything returns the value that every string matches as a pattern, if there
// is one.
func everything(l policy.List) (policy.Value, bool) {
	for _, v := range l.Values {
		if v.AllWildcard() {
			return v, true
		}
	}
	return policy.Value{}, false
}

// meetsEveryAddress returns the range that every address is in, if there is one.
func meetsEveryAddress(e conditionEntry) (policy.Value, bool) {
	if e.op.family == addressOperator && !e.op.negated && e.key == "aws:sourceip" {
		for _, v := range e.Values {
			if isEveryAddress(v) {
				return v, true
			}
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
