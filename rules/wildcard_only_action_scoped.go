package rules

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/policy"
)

// WildcardOnlyActionScoped reports actions that work on "*" only, with other
// resources.
var WildcardOnlyActionScoped = &Rule{
	Name:     "wildcard-only-action-scoped",
	Kind:     Warning,
	Policies: policy.Identity | policy.PermissionSet | policy.Boundary | policy.Session,
	Doc: `the action works only on "*"

The action supports no resource-level permissions: requests for it have the
resource "*", which only "*" matches. With ARNs alone the statement never allows
it. Move the action to a statement with Resource "*".`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": «"ecr:GetAuthorizationToken"», "Resource": "arn:aws:ecr:eu-west-1:111122223333:repository/shop"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "ecr:GetAuthorizationToken", "Resource": "*"}
  ]
}
`,
	Run: wildcardOnlyActionScoped,
}

func wildcardOnlyActionScoped(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Allow || !s.Action.Present() || !s.Resource.Present() || s.Open() || s.Resource.Open() || len(s.Resource.Values) == 0 || anyMayBeAll(s.Resource) {
			continue
		}
		for i, a := range pass.listedActions().of(s) {
			// Lists of IAM are of a path: arn:aws:iam::111122223333:role/ matches role/*.
			if a == nil || !a.WildcardOnly() || a.Service().Prefix() == "iam" || namesAllOf(s.Resource, a.Service().Prefix()) {
				continue
			}
			f := pass.Reportf(s, s.Action.Values[i], `%s works only on "*": this statement never allows it`, a.FullName())
			f.Subject = a.FullName()
			if wildcardOnlyForSure()[a.FullName()] {
				f.As(Error, 0)
			}
		}
	}
}

// namesAllOf says whether one of the ARNs is all of the service: that has been
// seen to work.
func namesAllOf(l policy.List, service string) bool {
	for _, v := range l.Values {
		arn, ok := arnFieldsOf(&v)
		if ok && arn.text(arnService) == service && strings.Trim(arn.text(arnResource), "*") == "" {
			return true
		}
	}
	return false
}

//go:embed wildcard_only.txt
var wildcardOnlyText string

var wildcardOnlyForSure = sync.OnceValue(func() map[string]bool {
	actions := map[string]bool{}
	for line := range dataLines(wildcardOnlyText) {
		actions[line] = true
	}
	return actions
})
