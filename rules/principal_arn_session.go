package rules

import "strings"

// PrincipalARNSession reports ARNs of sessions in aws:PrincipalArn.
var PrincipalARNSession = &Rule{
	Name: "principal-arn-session",
	Kind: Error,
	Doc: `aws:PrincipalArn never holds the ARN of a session

For a session of a role, aws:PrincipalArn is the ARN of the role, with its path,
and not that of the session: a comparison with an assumed-role ARN never holds.
Write the role's ARN; to tell sessions apart use aws:userid.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"ArnLike": {"aws:PrincipalArn": «"arn:aws:sts::111122223333:assumed-role/deploy/*"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/deploy"}}}
  ]
}
`,
	Run: principalARNSession,
}

func principalARNSession(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for _, e := range s.Condition.Entries {
			if !e.Variable.Known() || !strings.EqualFold(e.Variable.Text(), "aws:PrincipalArn") {
				continue
			}
			for _, v := range e.Values {
				if arn, ok := arnFieldsOf(&v); ok && arn.known(arnService) && arn.text(arnService) == "sts" && strings.HasPrefix(arn.text(arnResource), "assumed-role/") {
					f := pass.Reportf(s, v, "aws:PrincipalArn holds the ARN of the role, never %q", v.String())
					f.Subject = v.String()
				}
			}
		}
	}
}
