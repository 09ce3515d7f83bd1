package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// InvalidServicePrincipal reports service principals that are none.
var InvalidServicePrincipal = &Rule{
	Name:     "invalid-service-principal",
	Kind:     Error,
	Policies: policy.Resource | policy.Trust,
	Doc: `the value is not a service principal

A service is named by a host, in lower case: lambda.amazonaws.com. AWS refuses
what has no such form, and a service of a name that does not exist. There is no
complete list of them: only a name that looks like a misspelled one is reported,
as a warning.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": «"lambda"»},
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
	Run: invalidServicePrincipal,
}

func invalidServicePrincipal(pass *Pass) {
	for p := range pass.principals("Service") {
		text, known := p.value.Literal()
		if !known || text == "" || strings.ContainsAny(text, "*?") || strings.HasPrefix(text, "arn:") || isAccount(p.value) {
			continue // other rules speak of these
		}
		name, ok := cutServiceSuffix(text)
		switch {
		case ok && isServiceHost(text) && text == strings.ToLower(text):
			if !isKnownService(pass.Catalog, name) {
				pass.reportUnknownService(p, name)
			}
		default:
			pass.reportNoService(p, text)
		}
	}
}

func (p *Pass) reportUnknownService(l listedPrincipal, name string) {
	near, ok := catalog.Nearest(name, servicePrincipals())
	if !ok {
		return
	}
	near += strings.TrimPrefix(l.value.Text(), name)
	f := p.Reportf(l.statement, l.value, "service %q is not known; did you mean %q?", l.value.Text(), near).As(Warning, 0)
	f.Subject = l.value.Text()
}

func (p *Pass) reportNoService(l listedPrincipal, text string) {
	near, ok := meantService(text)
	if !ok {
		p.Reportf(l.statement, l.value, "%q is not a service principal, such as lambda.amazonaws.com", text).Subject = text
		return
	}
	f := p.Reportf(l.statement, l.value, "%q is not a service principal; did you mean %q?", text, near)
	f.Subject = text
	edits, ok := p.Replace(l.value, near)
	taken := slices.ContainsFunc(l.set.Values, func(v policy.Value) bool { return v.Is(near) })
	f.Fix("replace by "+near, edits, ok && !taken)
}

// meantService returns the service principal that a text has the name of, in
// other letters or without the suffix.
func meantService(text string) (string, bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	text = strings.TrimSuffix(strings.TrimPrefix(text, "https://"), "/")
	name, ok := cutServiceSuffix(text)
	if !ok {
		name, text = strings.TrimSuffix(text, ".amazonaws"), strings.TrimSuffix(text, ".amazonaws")+".amazonaws.com"
	}
	_, known := slices.BinarySearch(servicePrincipals(), name)
	return text, known
}
