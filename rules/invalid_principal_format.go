package rules

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/policy"
)

// InvalidPrincipalFormat reports principals that are a string instead of an
// object.
var InvalidPrincipalFormat = &Rule{
	Name:     "invalid-principal-format",
	Kind:     Error,
	Policies: policy.Resource | policy.Trust,
	Doc: `a principal stands without its type

Principal is "*", or an object that names principals by their type: AWS for
accounts, users and roles, Service for services, Federated for identity
providers, CanonicalUser for S3. AWS refuses any other string.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": «"arn:aws:iam::111122223333:role/deploy"»,
    "Action": "sts:AssumeRole"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:role/deploy"},
    "Action": "sts:AssumeRole"
  }
}
`,
	Run: invalidPrincipalFormat,
}

func invalidPrincipalFormat(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for _, p := range []*policy.Principals{&s.Principal, &s.NotPrincipal} {
			if p.Star == nil || p.Star.Text() == "*" || p.Star.Text() == "" {
				continue
			}
			kind := typeOfPrincipal(*p.Star)
			f := pass.Reportf(s, *p.Star, "%q must stand under its type: {%q: %[1]q}", p.Star.String(), kind)
			f.Subject = p.Star.String()
			edits, ok := pass.wrapPrincipal(*p.Star, kind)
			f.Fix("put it under "+kind, edits, ok)
		}
	}
}

// typeOfPrincipal returns the type that a principal is of, by its form.
func typeOfPrincipal(v policy.Value) string {
	text := v.Text()
	switch {
	case strings.Contains(text, ":saml-provider/"), strings.Contains(text, ":oidc-provider/"):
		return "Federated"
	case v.Known() && isServiceHost(text):
		return "Service"
	}
	return "AWS"
}

// wrapPrincipal returns the edits that make an object of a string.
func (p *Pass) wrapPrincipal(v policy.Value, kind string) ([]analysis.TextEdit, bool) {
	syntax, ok := p.Policy.Syntax.(policy.MemberSyntax)
	if !ok || !v.Known() || !p.Policy.Span.Contains(v.Span) {
		return nil, false
	}
	member, ok := syntax.Member(kind, v.Text())
	source := "{" + strings.TrimSuffix(member, ", ") + "}"
	return []analysis.TextEdit{{Pos: v.Pos(), End: v.End(), NewText: []byte(source)}}, ok
}
