package rules

// InvalidPolicyVariable reports policy variables that are not written as such.
var InvalidPolicyVariable = &Rule{
	Name: "invalid-policy-variable",
	Kind: Error,
	Doc: `the policy variable is malformed

A policy variable is a condition key in braces, ${aws:username}, or such with a
default in single quotes: ${aws:PrincipalTag/team, 'none'}. AWS finds no value
for anything else, so the statement does not match what it should. ${*}, ${?}
and ${$} stand for the characters themselves.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/home/«${aws:username/*»"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/home/${aws:username}/*"}}`,
	Run:  invalidPolicyVariable,
}

func invalidPolicyVariable(pass *Pass) {
	if !pass.Policy.Modern() {
		return
	}
	for s, v := range pass.expanded() {
		fault := v.fault()
		if fault == "" {
			continue
		}
		f := pass.Reportf(s, v.at(), "policy variable %q %s", v.text, fault)
		f.Subject = v.text
		if !v.open && !v.nested && v.blankInTag() {
			f.As(Warning, 0) // IAM Access Analyzer calls it an error, but such tags there are
		}
	}
}
