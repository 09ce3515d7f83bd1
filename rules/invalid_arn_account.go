package rules

import (
	"slices"
	"strings"
)

// InvalidARNAccount reports ARNs whose account no ARN of their kind can have.
var InvalidARNAccount = &Rule{
	Name: "invalid-arn-account",
	Kind: Error,
	Doc: `no resource of this kind has such an account in its ARN

ARNs of most resources name the account that owns them, by its 12 digits. Those of
S3 buckets and objects, Route 53 zones, EC2 images and some others have no account:
the field is empty. An ARN that differs from that in a policy matches nothing. A
wildcard also matches the empty field. AWS's own resources have "aws" there, or
nothing.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sns:Publish", "Resource": [
  "arn:aws:sns:us-east-1:«1111-2222-3333»:news", «"arn:aws:sns:us-east-1::news"»
]}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sns:Publish", "Resource": [
  "arn:aws:sns:us-east-1:111122223333:news", "arn:aws:sns:us-east-1:*:news"
]}}`,
	Run: invalidARNAccount,
}

func invalidARNAccount(pass *Pass) {
	for r := range pass.listedARNs() {
		account := r.arn.text(arnAccount)
		switch {
		case account == "" && r.arn.known(arnAccount):
			pass.checkMissingAccount(r)
		case !strings.ContainsAny(account, "*?"):
			pass.checkAccount(r, account)
		}
	}
}

// lacksAccount returns a kind to show if the ARN has no account, and all that it
// may be of have one.
func (p *Pass) lacksAccount(r *listedResource) *arnKind {
	if r.arn.text(arnAccount) != "" || !r.arn.known(arnAccount) || r.mayBeFact("no-account") {
		return nil
	}
	return p.everyKind(r, func(k *arnKind) bool { return k.account != "" && k.account != "*" })
}

// checkMissingAccount leaves ARNs to [InvalidARNRegion] that lack both.
func (p *Pass) checkMissingAccount(r *listedResource) {
	k := p.lacksAccount(r)
	if k == nil {
		return
	}
	noRegion := r.arn.text(arnRegion) == "" && r.arn.known(arnRegion)
	if !noRegion || p.everyKind(r, hasNoRegion) != nil {
		p.Reportf(r.statement, *r.value, "%s needs an account id: %s", r.value, k.format)
	}
}

// checkAccount looks at an account without wildcards.
func (p *Pass) checkAccount(r *listedResource, account string) {
	field := r.arn.field(arnAccount)
	if r.arn.known(arnAccount) && p.isShifted(r) {
		return
	}
	if k := p.everyKind(r, func(k *arnKind) bool { return k.account == "" }); k != nil && !r.mayBeFact("with-account") {
		f := p.Reportf(r.statement, r.fieldHere(arnAccount), "ARNs like %s have no account; remove %q", k.format, field)
		p.fixField(f, r, arnAccount)
		return
	}
	if r.arn.known(arnAccount) && !isAccount(field) && !p.isOwner(r, account) {
		p.Reportf(r.statement, field, "%q in %s is not a 12-digit account id", account, r.value)
	}
}

// isOwner says whether the word stands in the place of an account: in general,
// or in ARNs of the service.
func (p *Pass) isOwner(r *listedResource, word string) bool {
	return slices.Contains(arnFacts()["owner *"], word) ||
		slices.ContainsFunc(arnKinds(p.Catalog, r.arn.text(arnService)), func(k arnKind) bool { return k.account == word })
}
