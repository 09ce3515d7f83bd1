package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// UnknownAction reports actions that their service does not have.
var UnknownAction = &Rule{
	Name: "unknown-action",
	Kind: Error,
	Doc: `the service has no such action

An action that does not exist matches no request: an Allow grants nothing, a
Deny protects nothing. Actions are often called other than the API operation
they allow; AWS's Service Authorization Reference lists them. Where no action of
the service is similar, or one is but for a version such as V2, it may be newer
than the AWS data, and it is a warning; so it is where AWS has retired the action.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": [«"s3:GetObjects"», "s3:ListBucket"], "Resource": "*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "*"}}`,
	Run:  unknownAction,
}

func unknownAction(pass *Pass) {
	for s, v := range unknownActions(pass) {
		if _, ok := renamed(v.Text()); !ok {
			pass.reportAction(s, v)
		}
	}
}

func (p *Pass) reportAction(s *policy.Statement, v policy.Value) {
	if r, ok := p.Catalog.Retired(v.Text()); ok {
		f := p.Reportf(s, v, "%s was retired (%s): %s", v.Text(), r.Since, r.Why)
		f.As(Warning, 0).Subject = v.Text()
		return
	}
	prefix, name, _ := splitAction(v)
	near := p.near.actions(prefix, name)
	if len(near) == 0 {
		f := p.Reportf(s, v, "%s does not exist, or is newer than the AWS data of %s", v.Text(), p.Catalog.Date())
		f.As(Warning, 0).Subject = v.Text()
		return
	}
	if isVersionOf(name, near[0]) {
		f := p.Reportf(s, v, "%s does not exist, or is newer than the AWS data of %s; did you mean %s?", v.Text(), p.Catalog.Date(), near[0])
		f.As(Warning, 0).Subject = v.Text()
		return
	}
	f := p.Reportf(s, v, "%s does not exist; did you mean %s?", v.Text(), near[0])
	f.Subject = v.Text()
	if len(near) == 1 {
		edits, ok := p.Replace(v, near[0])
		f.Fix("write "+near[0], edits, ok)
	}
}

// isVersionOf says whether a name is that of another action with a version such
// as V2 behind it, as AWS calls successors.
func isVersionOf(name, action string) bool {
	_, action, _ = strings.Cut(action, ":")
	bare := strings.TrimRight(name, "0123456789")
	return len(bare) < len(name) && (strings.EqualFold(bare, action) || strings.EqualFold(bare, action+"V"))
}
