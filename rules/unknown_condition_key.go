package rules

import "strings"

// UnknownConditionKey reports condition keys that do not exist.
var UnknownConditionKey = &Rule{
	Name: "unknown-condition-key",
	Kind: Error,
	Doc: `there is no condition key of this name

No request has a key that does not exist. An entry that compares it is always
false, and the statement has no effect; a negated operator, or one with IfExists,
is always true, and restricts nothing. AWS lists its keys under "AWS global
condition context keys" and, for each service, in the Service Authorization
Reference. Where no key is similar, it may be newer than the AWS data, and it is
a warning. Claims of identity providers are not judged.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*",
  "Condition": {"StringEquals": {«"aws:RequestRegion"»: "us-east-1"}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*",
  "Condition": {"StringEquals": {"aws:RequestedRegion": "us-east-1"}}}}`,
	Run: unknownConditionKey,
}

func unknownConditionKey(pass *Pass) {
	for _, e := range pass.conditionEntries() {
		if e.key != nil && e.key.sort == unknownKey && strings.TrimSpace(e.name) == e.name { // see stray-whitespace
			pass.reportUnknownKey(&e)
		}
	}
}

func (p *Pass) reportUnknownKey(e *conditionEntry) {
	near := p.nearestKeys(e.statement, e.Variable.Text())
	always := e.alwaysInWords()
	if len(near) == 0 {
		p.Reportf(e.statement, e.Variable, "condition key %s does not exist, or is newer than the AWS data of %s%s",
			e.Variable, p.Catalog.Date(), always).As(Warning, 0)
		return
	}
	f := p.Reportf(e.statement, e.Variable, "condition key %s does not exist%s; did you mean %s?", e.Variable, always, near[0].name)
	p.renameKey(f, e, near)
}

// renameKey offers to write the key that was meant, if there is only one, and
// the operator does not have it already.
func (p *Pass) renameKey(f *Finding, e *conditionEntry, near []nearKey) {
	if len(near) != 1 || !near[0].whole {
		return
	}
	edits, ok := p.Replace(e.Variable, near[0].name)
	f.Fix("write "+near[0].name, edits, ok && !hasKey(e, near[0].name))
}
