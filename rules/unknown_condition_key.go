package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// UnknownConditionKey reports condition keys that there are not.
var UnknownConditionKey = &Rule{
	Name: "unknown-condition-key",
	Kind: Error,
	Doc: `there is no condition key of this name

A key that does not exist is never in a request: a positive operator then never
matches, and a negated one, or one with IfExists, always does. Names are those of
the AWS global condition keys and of the Service Authorization Reference, in any
case. A key that is newer than the AWS data is not known either: iamlint version
tells its date.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {«"aws:PrincipalAccountId"»: "111122223333"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333"}}}
  ]
}
`,
	Run: unknownConditionKey,
}

func unknownConditionKey(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for i := range s.Condition.Entries {
			pass.checkConditionKey(s, &s.Condition.Entries[i])
		}
	}
}

func (p *Pass) checkConditionKey(s *policy.Statement, e *policy.Condition) {
	text, known := e.Variable.Literal()
	prefix, name, ok := strings.Cut(text, ":")
	if !known || !ok || prefix == "" || name == "" || isTagPrefix(text) || strings.TrimSpace(text) != text ||
		isFormerKey(text) || p.conditionKey(text).class != unknownKey {
		return
	}
	holds := ""
	if e.Operator.Known() {
		holds = ": the entry is always false"
		if op := access.ParseOperator(e.Operator.Text()); op.Negated || op.PassesAbsent() || op.Family == access.NullOperator && mentions(e.List, "true") {
			holds = ": the entry is always true"
		}
	}
	near, ok := p.nearestKey(text)
	if !ok {
		f := p.Reportf(s, e.Variable, "condition key %q is not known to AWS data of %s%s", text, p.Catalog.Date(), holds)
		f.Subject = text
		if p.Catalog.Service(prefix) != nil {
			f.As(Warning, 0) // it may be newer than the data
		}
		return
	}
	f := p.Reportf(s, e.Variable, "condition key %q does not exist%s; did you mean %q?", text, holds, near)
	f.Subject = text
	edits, ok := p.Replace(e.Variable, near)
	f.Fix("replace by "+near, edits, ok && !hasEntryFor(s, near))
}

// nearestKey returns the key that was probably meant: one of the same prefix, or
// a global one.
func (p *Pass) nearestKey(key string) (string, bool) {
	near := p.near.look("condition key "+strings.ToLower(key), func() []string {
		var names []string
		global := p.Catalog.GlobalConditionKeys()
		for i := range global {
			if !global[i].Variable() {
				names = append(names, global[i].Name)
			}
		}
		prefix, _, _ := strings.Cut(key, ":")
		if service := p.Catalog.Service(prefix); service != nil {
			for _, k := range service.ConditionKeys() {
				if !k.Variable() {
					names = append(names, k.Name)
				}
			}
		}
		if found, ok := catalog.Nearest(key, names); ok {
			return []string{found}
		}
		return nil
	})
	if len(near) == 0 {
		return "", false
	}
	return near[0], true
}

func hasEntryFor(s *policy.Statement, key string) bool {
	for _, e := range s.Condition.Entries {
		if strings.EqualFold(e.Variable.Text(), key) {
			return true
		}
	}
	return false
}
