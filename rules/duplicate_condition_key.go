package rules

import "strings"

// DuplicateConditionKey reports condition keys and operators that stand twice in
// a statement, spelt differently.
var DuplicateConditionKey = &Rule{
	Name: "duplicate-condition-key",
	Kind: Error,
	Doc: `the same condition key twice, spelt differently

Condition keys and operators are the same whatever the case of their letters, the
keys of tags included: aws:ResourceTag/Team is aws:ResourceTag/team. AWS refuses
a policy with a key twice under one operator. Values in one list are
alternatives, which two keys would not be: put them in one list only if that is
what you mean. Under two operators a key may stand, but should be spelt alike.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*",
  "Condition": {"StringEquals": {"aws:ResourceTag/Team": "web", «"aws:ResourceTag/team"»: "ops"}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*",
  "Condition": {"StringEquals": {"aws:ResourceTag/team": ["web", "ops"]}}}}`,
	Run: duplicateConditionKey,
}

func duplicateConditionKey(pass *Pass) {
	entries := pass.conditionEntries()
	var seen map[keyPlace]int
	for i := range entries {
		e := &entries[i]
		if len(e.statement.Condition.Entries) < 2 {
			continue
		}
		if seen == nil {
			seen = map[keyPlace]int{}
		}
		if e.index == 0 {
			clear(seen)
		}
		if !e.Operator.Known() {
			continue
		}
		first := firstAt(seen, keyPlace{op: e.op}, i)
		if first < i && pass.reportSameOperator(&entries[first], e) {
			seen[keyPlace{op: e.op}] = i // of the entries under it this one speaks for all
		}
		if e.Variable.Known() {
			pass.checkSameKey(entries, seen, i)
		}
	}
}

func (p *Pass) reportSameOperator(first, e *conditionEntry) bool {
	if first.Operator.Text() == e.Operator.Text() {
		return false
	}
	p.Reportf(e.statement, e.Operator, "%s and %s are the same operator", first.Operator.Text(), e.Operator.Text()).
		AddRelated(first.Operator, "the other one")
	return true
}

// checkSameKey compares the i'th entry with those in front of it.
func (p *Pass) checkSameKey(entries []conditionEntry, seen map[keyPlace]int, i int) {
	e := &entries[i]
	key := strings.ToLower(e.Variable.Text())
	under, anywhere := firstAt(seen, keyPlace{e.op, key}, i), firstAt(seen, keyPlace{key: key}, i)
	other := &entries[under]
	if under == i {
		other = &entries[anywhere]
	}
	if other.Variable.Text() == e.Variable.Text() {
		return
	}
	f := p.Reportf(e.statement, e.Variable, "%s and %s are the same key", other.Variable.Text(), e.Variable.Text())
	f.AddRelated(other.Variable, "the other one")
	if under == i {
		f.As(Suggestion, 0)
	} else if sameValues(other, e) {
		edits, ok := p.DeleteEntry(e.statement, e.index)
		f.Fix("remove "+e.Variable.Text()+", which has the same values", edits, ok)
	}
}
