package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// InvalidConditionKeyFormat reports condition keys without a prefix.
var InvalidConditionKeyFormat = &Rule{
	Name: "invalid-condition-key-format",
	Kind: Error,
	Doc: `the condition key has no prefix

A condition key is a prefix and a name: aws:SourceIp, s3:prefix. The prefix is aws
for keys that do not depend on the service, the prefix of a service, or the
address of an identity provider. AWS refuses a policy with any other.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*",
  "Condition": {"IpAddress": {«"SourceIp"»: "203.0.113.0/24"}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*",
  "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}}`,
	Run: invalidConditionKeyFormat,
}

func invalidConditionKeyFormat(pass *Pass) {
	for _, e := range pass.conditionEntries() {
		if e.key == nil && neverHasColon(e.Variable) {
			pass.Reportf(e.statement, e.Variable, "condition key \"%s\" is not prefix:name", e.Variable)
		}
		if e.key == nil || e.key.sort != malformedKey || pass.isSwapped(&e) {
			continue
		}
		name := e.Variable.Text()
		near := pass.nearestKeys(e.statement, name)
		if len(near) == 0 || strings.Contains(name, ":") {
			pass.Reportf(e.statement, e.Variable, "condition key %q is not prefix:name", name)
			continue
		}
		f := pass.Reportf(e.statement, e.Variable, "condition key %q is not prefix:name; did you mean %s?", name, near[0].name)
		pass.renameKey(f, &e, near)
	}
}

// neverHasColon says whether there is no colon in the value, whatever its holes
// are.
func neverHasColon(v policy.Value) bool {
	for _, h := range v.Holes() {
		if !h.Form.Safe() {
			return false
		}
	}
	return !strings.Contains(v.Text(), ":")
}
