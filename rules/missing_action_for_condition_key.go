package rules

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// MissingActionForConditionKey reports condition keys that are only there with
// an action which the policy does not allow.
var MissingActionForConditionKey = &Rule{
	Name: "missing-action-for-condition-key",
	Kind: Error,
	Doc: `the condition key needs an action that is not allowed

Who assumes a role and passes session tags needs sts:TagSession, too, and with a
source identity sts:SetSourceIdentity. A trust policy that demands aws:RequestTag
or sts:SourceIdentity without that action lets nobody in: add it beside
sts:AssumeRole. In the same way most services want their tagging action, such as
ec2:CreateTags, of who creates something with tags; where only another policy
could allow it, that is a suggestion.`,
	Policies: policy.Trust | policy.Identity | policy.PermissionSet,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/ci"}, "Action": "sts:AssumeRole",
  "Condition": {"StringEquals": {«"aws:RequestTag/team"»: "web"}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/ci"}, "Action": ["sts:AssumeRole", "sts:TagSession"],
  "Condition": {"StringEquals": {"aws:RequestTag/team": "web"}}}}`,
	Run: missingActionForConditionKey,
}

func missingActionForConditionKey(pass *Pass) {
	var last *policy.Statement // of which all is said: one finding is enough, and tags are all the same
	for _, e := range pass.conditionEntries() {
		s := e.statement
		if e.key == nil || s == last || s.Effect != policy.Allow || !s.Action.Present() || s.Open() || !e.needsKey() {
			continue
		}
		trust := pass.Policy.Kind == policy.Trust
		if trust && pass.checkTrustCompanion(&e) || !trust && pass.checkTagCompanion(&e) {
			last = s
		}
	}
}

func (p *Pass) checkTrustCompanion(e *conditionEntry) (missing bool) {
	action := trustCompanion(e.key)
	if action == "" || needsCompanions(e.statement) || p.mayAllowHere(action) {
		return false
	}
	if action == "sts:AssumeRole" {
		p.Reportf(e.statement, e.Variable, "%s is evaluated only with %s, which is not allowed here", e.Variable, action)
		return true
	}
	edits, ok := p.Append(e.statement.Action, action)
	p.Reportf(e.statement, e.Variable, "%s is evaluated only with %s; add it", e.Variable, action).Fix("add "+action, edits, ok)
	return true
}

// needsCompanions says whether the principal is a service that always needs the
// actions, whatever the conditions.
func needsCompanions(s *policy.Statement) bool {
	return slices.ContainsFunc(s.Principal.All("Service"), func(v policy.Value) bool {
		return v.Is("pods.eks.amazonaws.com") || v.Is("rolesanywhere.amazonaws.com")
	})
}

func (p *Pass) checkTagCompanion(e *conditionEntry) (done bool) {
	if !e.key.is("aws:RequestTag/") && !e.key.is("aws:TagKeys") {
		return false
	}
	for _, a := range p.listedActions().of(e.statement) {
		if a == nil || !actionHasKey(a, e.key) {
			continue
		}
		if needs := tagCompanion(p.Catalog, a); needs != "" && !p.mayAllowInScope(needs) {
			p.Reportf(e.statement, e.Variable, "%s with %s needs %s, too, which is not allowed here", a.FullName(), e.Variable, needs).As(Suggestion, 0)
			break
		}
	}
	return true
}
