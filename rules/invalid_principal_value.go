package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// InvalidPrincipalValue reports principals that cannot be one of their type.
var InvalidPrincipalValue = &Rule{
	Name:     "invalid-principal-value",
	Kind:     Error,
	Policies: policy.Resource | policy.Trust,
	Doc: `the value is not a principal of its type

Under AWS stand "*", an account of 12 digits, and the ARNs of account roots,
users, roles and sessions; services stand under Service. Under CanonicalUser
stands the canonical id of an account, 64 digits and letters from a to f. AWS
refuses a policy that names anything else.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": «"lambda.amazonaws.com"»},
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
	Run: invalidPrincipalValue,
}

func invalidPrincipalValue(pass *Pass) {
	for p := range pass.typedPrincipals() {
		switch p.set.Type.Text() {
		case "AWS":
			pass.checkAWSPrincipal(p)
		case "Service":
			if text := p.value.Text(); strings.HasPrefix(text, "arn:") || isAccount(p.value) {
				pass.reportPrincipalValue(p, "%q is not a service: name it under AWS", p.value.String())
			}
		case "CanonicalUser":
			if !mayBeCanonicalUser(p.value) {
				pass.reportPrincipalValue(p, "%q is not a canonical user id, which has 64 hexadecimal digits", p.value.String())
			}
		}
	}
}

func (p *Pass) checkAWSPrincipal(l listedPrincipal) {
	switch formOfPrincipal(l.value) {
	case noPrincipal:
		p.reportPrincipalValue(l, "%q is not a principal", l.value.String())
	case hostPrincipal:
		f := p.reportPrincipalValue(l, "%q is a service: name it under Service, not AWS", l.value.String())
		edits, ok := p.Replace(l.set.Type, "Service")
		f.Fix("name it under Service", edits, ok && len(l.set.Values) == 1 && !l.set.Open() && !namesService(l.statement))
	}
}

func (p *Pass) reportPrincipalValue(l listedPrincipal, format string, args ...any) *Finding {
	f := p.Reportf(l.statement, l.value, format, args...)
	f.Subject = l.value.String()
	return f
}

// namesService says whether the statement has principals under Service already.
func namesService(s *policy.Statement) bool {
	return len(s.Principal.All("Service"))+len(s.NotPrincipal.All("Service")) > 0
}

// mayBeCanonicalUser says whether the value is, or may be, a canonical user id.
// Wildcards are reported elsewhere.
func mayBeCanonicalUser(v policy.Value) bool {
	text := v.Text()
	if !v.Known() || strings.ContainsAny(text, "*?") {
		return true
	}
	return len(text) == 64 && strings.Trim(text, "0123456789abcdefABCDEF") == ""
}
