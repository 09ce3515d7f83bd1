package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// InvalidPrincipalKey reports types of principals that there are not.
var InvalidPrincipalKey = &Rule{
	Name:     "invalid-principal-key",
	Kind:     Error,
	Policies: policy.Resource | policy.Trust,
	Doc: `there is no such type of principal

Principals have the type AWS, Service, Federated or CanonicalUser, written
exactly so. AWS refuses a policy with any other.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {«"Services"»: "lambda.amazonaws.com"},
    "Action": "sts:AssumeRole"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": "lambda.amazonaws.com"},
    "Action": "sts:AssumeRole"
  }
}
`,
	Run: invalidPrincipalKey,
}

var principalTypes = []string{"AWS", "Service", "Federated", "CanonicalUser"}

func invalidPrincipalKey(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for _, p := range []*policy.Principals{&s.Principal, &s.NotPrincipal} {
			for _, set := range p.Sets {
				if set.Type.Known() && !slices.Contains(principalTypes, set.Type.Text()) {
					pass.reportPrincipalType(s, p, set.Type)
				}
			}
		}
	}
}

func (p *Pass) reportPrincipalType(s *policy.Statement, of *policy.Principals, written policy.Value) {
	near, ok := nearestPrincipalType(written.Text())
	if !ok {
		f := p.Reportf(s, written, "%q is not a type of principal: use AWS, Service, Federated or CanonicalUser", written.Text())
		f.Subject = written.Text()
		return
	}
	f := p.Reportf(s, written, "%q is not a type of principal; did you mean %q?", written.Text(), near)
	f.Subject = written.Text()
	edits, ok := p.Replace(written, near)
	taken := slices.ContainsFunc(of.Sets, func(set policy.PrincipalSet) bool { return set.Type.Is(near) })
	f.Fix("rename to "+near, edits, ok && !taken)
}

func nearestPrincipalType(written string) (string, bool) {
	for _, t := range principalTypes {
		if strings.EqualFold(strings.TrimRight(written, "sS"), strings.TrimRight(t, "sS")) {
			return t, true
		}
	}
	return catalog.Nearest(written, principalTypes)
}
