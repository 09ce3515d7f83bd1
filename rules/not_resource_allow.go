package rules

import "github.com/iamlint/iamlint/policy"

// NotResourceAllow reports Allow statements with NotResource.
var NotResourceAllow = &Rule{
	Name: "not-resource-allow",
	Kind: Security, Severity: High,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource,
	Doc: `an Allow statement has NotResource

It allows the actions on everything but what it lists: on all that exists now, all
that will be made, and all that other accounts share. List the resources in
Resource, and what is to stay closed in a Deny statement.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:PutObject",
    «"NotResource"»: "arn:aws:s3:::example-audit/*"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:PutObject",
    "Resource": "arn:aws:s3:::example-uploads/*"
  }
}
`,
	Run: notResourceAllow,
}

func notResourceAllow(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		l := s.NotResource
		if !allows(s) || !l.Present() || mayLeaveNothing(l) || !pass.reachesBeyond(s) || len(pass.Analysis().Shadow(s)) > 0 {
			continue
		}
		but := make([]string, len(l.Values))
		for i, v := range l.Values {
			but[i] = v.String()
		}
		f := pass.Reportf(s, l.Key, "Allow with NotResource covers everything except %s", listed(but))
		f.As(Security, restrictionOf(s).lower(High)).Prove(pass.Analysis(), actionTexts(s)...)
	}
}

// actionTexts returns the known actions and patterns that the statement allows,
// or one that stands for all.
func actionTexts(s *policy.Statement) []string {
	if s.NotAction.Present() {
		return []string{"*"}
	}
	var texts []string
	for _, v := range s.Action.Values {
		if text, known := v.Literal(); known {
			texts = append(texts, text)
		}
	}
	return texts
}
