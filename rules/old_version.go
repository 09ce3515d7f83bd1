package rules

import "github.com/iamlint/iamlint/policy"

// OldVersion reports policies in the first version of the policy language.
var OldVersion = &Rule{
	Name: "old-version",
	Kind: Suggestion,
	Doc: `the Version of the policy is outdated

2008-10-17 is the first version of the policy language, and has no policy
variables: ${aws:username} is literal text there. IAM refuses new identity
policies of it; others still work. Use 2012-10-17, after a look at every ${ in
the policy: in that version it starts a variable.`,
	Bad:  `{"Version": «"2008-10-17"», "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}]}`,
	Good: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}]}`,
	Run:  oldVersion,
}

func oldVersion(pass *Pass) {
	d := pass.Policy
	if d.Version == nil || !d.Version.Is(oldestVersion) || d.Kind == policy.RCP {
		return // of resource control policies, which cannot have it, invalid-version speaks
	}
	f := pass.Reportf(nil, d.Version, "Version %q is outdated; use %q", oldestVersion, newestVersion)
	if d.Kind.Is(policy.Identity | policy.PermissionSet | policy.Boundary) {
		f.As(Error, 0) // IAM refuses it in the calls that make these
	}
	pass.fixVersion(f, sameIn2012(d))
}
