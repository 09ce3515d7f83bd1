package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// VariableOldVersion reports policy variables that are none.
var VariableOldVersion = &Rule{
	Name: "variable-old-version",
	Kind: Error,
	Doc: `a policy variable is literal text under this Version

Only a policy of Version 2012-10-17 has policy variables. In an older one, or one
without a Version, ${aws:username} is these fifteen characters, and the ARN
matches nothing. Set the Version.`,
	Bad: `{
  "Version": "2008-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": «"arn:aws:s3:::example/${aws:username}/*"»}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/${aws:username}/*"}
  ]
}
`,
	Run: variableOldVersion,
}

func variableOldVersion(pass *Pass) {
	d := pass.Policy
	if d.Modern() {
		return
	}
	version := "without a Version"
	if d.Version != nil {
		version = "under Version " + d.Version.Text()
	}
	for s := range pass.eachString() {
		if s.element != "Resource" && s.element != "Condition" || !strings.Contains(s.value.Text(), "${") {
			continue
		}
		for _, v := range policy.Variables(s.value.Text()) {
			if !strings.Contains(v.Name, ":") {
				continue
			}
			text := s.value.Text()[v.From:v.To]
			f := pass.Reportf(s.statement, s.value, "%s is literal text %s", text, version)
			f.Subject = text
			if d.Version != nil && d.Version.Is(oldestVersion) {
				edits, ok := pass.Replace(*d.Version, newestVersion)
				f.Fix("set the Version", edits, ok)
			}
			break
		}
	}
}
