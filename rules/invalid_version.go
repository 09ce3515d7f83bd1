package rules

import (
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// InvalidVersion reports versions of the policy language that there are not.
var InvalidVersion = &Rule{
	Name: "invalid-version",
	Kind: Error,
	Doc: `there is no such version of the policy language

The Version is not the date of the policy: there are 2012-10-17, which has policy
variables, and the older 2008-10-17. AWS refuses any other. A resource control
policy must be of 2012-10-17.`,
	Bad: `{
  "Version": «"2012-10-18"»,
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}
  ]
}
`,
	Run: invalidVersion,
}

func invalidVersion(pass *Pass) {
	v := pass.Policy.Version
	if v == nil || !v.Known() {
		return
	}
	text := v.Text()
	switch {
	case text == newestVersion, text == oldestVersion && pass.Policy.Kind != policy.RCP:
		return
	case text == oldestVersion:
		pass.Reportf(nil, *v, "a resource control policy must have the Version %q", newestVersion)
		return
	}
	f := pass.Reportf(nil, *v, "Version %q does not exist; use %q", text, newestVersion)
	f.Subject = text
	if _, near := catalog.Nearest(text, []string{newestVersion}); near && text != oldestVersion {
		edits, ok := pass.Replace(*v, newestVersion)
		f.Fix("set "+newestVersion, edits, ok)
	}
}

// oldestVersion is the version of the policy language that has no variables.
const oldestVersion = "2008-10-17"
