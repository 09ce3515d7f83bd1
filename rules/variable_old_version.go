package rules

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// VariableOldVersion reports policy variables in documents whose version has
// none.
var VariableOldVersion = &Rule{
	Name: "variable-old-version",
	Kind: Error,
	Doc: `policy variables need Version 2012-10-17

In a policy without a Version, or of Version 2008-10-17, ${aws:username} is not
replaced: it is literal text, and a resource or condition with it matches
nothing that exists. Write "Version": "2012-10-17".`,
	Bad:  `{"Version": "2008-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/«${aws:username}»/*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/${aws:username}/*"}}`,
	Run:  variableOldVersion,
}

// It speaks once, where the first variable stands: the version is one cause.
func variableOldVersion(pass *Pass) {
	d := pass.Policy
	under, old := oldVersionInWords(d)
	if !old {
		return
	}
	var first placedVariable
	var in *policy.Statement
	var names []string
	replaceable := true
	for s, v := range pass.expanded() {
		if v.fault() != "" {
			replaceable = false
			continue
		}
		if in == nil {
			first, in = v, s
		}
		if !slices.Contains(names, v.text) && len(names) <= 2*maxListed {
			names = append(names, v.text)
		}
		replaceable = replaceable && (v.escape() || !isNoKey(pass.conditionKey(v.name())))
	}
	if in == nil {
		return
	}
	verb := "is"
	if len(names) > 1 {
		verb = "are"
	}
	f := pass.Reportf(in, first.at(), "%s %s literal text %s; use %q", listed(names), verb, under, newestVersion)
	f.Subject = first.text
	pass.fixVersion(f, replaceable)
}
