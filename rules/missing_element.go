package rules

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// MissingElement reports elements that are required and not there.
var MissingElement = &Rule{
	Name: "missing-element",
	Kind: Error,
	Doc: `a required element is missing

A policy needs at least one statement. A statement needs an Effect, an Action
or NotAction and, but in trust policies and a few others, a Resource or
NotResource. Where the policy is attached to what is accessed, it also needs a
Principal or NotPrincipal. AWS refuses a policy that lacks one of them: add it.`,
	Bad:  `{"Version": "2012-10-17", "Statement": [«{»"Effect": "Allow", "Action": "s3:ListAllMyBuckets"}]}`,
	Good: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}]}`,
	Run:  missingElement,
}

func missingElement(pass *Pass) {
	d := pass.Policy
	meant := misspelled(d)
	if lacksStatements(d) && !slices.Contains(meant[nil], "Statement") {
		pass.Reportf(nil, d.StatementKey, "policy has no Statement")
	}
	resource, principal := needsResource(d), needsPrincipal(d)
	for _, s := range d.Statements {
		if s.Open() {
			continue
		}
		lacks := func(present bool, names ...string) bool {
			return !present && !slices.ContainsFunc(meant[s], func(m string) bool { return slices.Contains(names, m) })
		}
		if lacks(s.EffectValue != nil || s.Effect != policy.NoEffect, "Effect") {
			pass.Reportf(s, nil, "%s has no Effect", statementInWords(s))
		}
		if lacks(s.Action.Present() || s.NotAction.Present(), "Action", "NotAction") {
			pass.Reportf(s, nil, "%s has no Action", statementInWords(s))
		}
		if resource(s) && lacks(hasResource(s), "Resource", "NotResource") {
			pass.Reportf(s, nil, "%s has no Resource", statementInWords(s))
		}
		if principal && lacks(hasPrincipal(s), "Principal", "NotPrincipal") {
			pass.Reportf(s, nil, "%s has no Principal, required in %s", statementInWords(s), policyInWords(d))
		}
	}
}

// lacksStatements says whether there certainly is no statement. A data source
// without any may well be there to be merged into others only.
func lacksStatements(d *policy.Document) bool {
	supplied := d.Version != nil && !d.Version.IsValid()
	return len(d.Statements) == 0 && !d.Open() && (!supplied || len(d.Uses) > 0)
}
