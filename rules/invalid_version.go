package rules

import (
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// InvalidVersion reports versions that the policy language does not have.
var InvalidVersion = &Rule{
	Name: "invalid-version",
	Kind: Error,
	Doc: `there is no such Version of the policy language

The Version is that of the policy language, not of the policy: it is 2012-10-17,
or in old policies 2008-10-17. AWS refuses a policy with any other date. A
resource control policy must have 2012-10-17.`,
	Bad:  `{"Version": «"2012-10-18"», "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}}`,
	Run:  invalidVersion,
}

func invalidVersion(pass *Pass) {
	d := pass.Policy
	if d.Version == nil {
		return
	}
	version, known := d.Version.Literal()
	if !known || version == newestVersion {
		return
	}
	if version == oldestVersion {
		if d.Kind == policy.RCP {
			f := pass.Reportf(nil, d.Version, "%s must have Version %q, not %q", policyInWords(d), newestVersion, version)
			pass.fixVersion(f, sameIn2012(d))
		}
		return
	}
	f := pass.Reportf(nil, d.Version, "Version %q does not exist; use %q", version, newestVersion)
	_, near := catalog.Nearest(version, []string{newestVersion})
	pass.fixVersion(f, near)
}
