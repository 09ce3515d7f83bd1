package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// MissingActionForConditionKey reports keys that are checked with an action
// that the statement does not allow.
var MissingActionForConditionKey = &Rule{
	Name:     "missing-action-for-condition-key",
	Kind:     Error,
	Policies: policy.Trust,
	Doc: `the key is only there with another action

A session has a source identity or tags only if the trust policy also allows
sts:SetSourceIdentity or sts:TagSession: without the action the request with them
is denied, and without them the condition does not hold. Add the action.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole", "Condition": {"StringLike": {«"sts:SourceIdentity"»: "anna*"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"], "Condition": {"StringLike": {"sts:SourceIdentity": "anna*"}}}
  ]
}
`,
	Run: missingActionForConditionKey,
}

func missingActionForConditionKey(pass *Pass) {
	for e := range pass.conditionEntries() {
		companion := companionOf(e.key)
		if companion == "" || e.statement.Effect != policy.Allow || e.op.Negated || e.op.PassesAbsent() || e.op.Family == access.NullOperator && !mentions(e.List, "false") ||
			mayAllow(pass.Policy, companion) {
			continue
		}
		f := pass.Reportf(e.statement, e.Variable, "%s is only there with %s: allow it, too", e.Variable.Text(), companion)
		f.Subject = e.Variable.Text()
		edits, ok := pass.Append(e.statement.Action, companion)
		f.Fix("add "+companion, edits, ok)
	}
}

// companionOf returns the action that a session needs to have the key, given in
// lower case; empty is none.
//
// Source: AWS IAM User Guide, "Pass session tags in AWS STS" and "Monitor and
// control actions taken with assumed roles".
func companionOf(key string) string {
	switch {
	case key == "sts:sourceidentity":
		return "sts:SetSourceIdentity"
	case key == "sts:transitivetagkeys", key == "aws:tagkeys", strings.HasPrefix(key, "aws:requesttag/"):
		return "sts:TagSession"
	}
	return ""
}

// mayAllow says whether a statement of the policy allows the action, or may do
// so.
func mayAllow(d *policy.Document, action string) bool {
	if d.Open() {
		return true
	}
	for _, s := range d.Statements {
		if s.Effect == policy.Deny {
			continue
		}
		list, not := s.Actions()
		if not || list.Open() || s.Open() {
			return true
		}
		for _, v := range list.Values {
			if access.ActionPattern(v).MatchesAction(action) != access.No {
				return true
			}
		}
	}
	return false
}
