package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// PrincipalARNSession reports ARNs of sessions where there are those of roles.
var PrincipalARNSession = &Rule{
	Name: "principal-arn-session",
	Kind: Error,
	Doc: `aws:PrincipalArn holds the ARN of the role, not of its session

For a request with an assumed role the key aws:PrincipalArn is the ARN of the
role, arn:aws:iam::111122223333:role/name, with its path. It is never one of sts
with assumed-role in it: such a value matches nothing, and exempts nobody. To
tell sessions apart, use aws:userid or aws:SourceIdentity.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Action": "s3:DeleteBucket",
    "Resource": "*",
    "Condition": {"ArnNotLike": {"aws:PrincipalArn": «"arn:aws:sts::111122223333:assumed-role/admin/*"»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Action": "s3:DeleteBucket",
    "Resource": "*",
    "Condition": {"ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/admin"}}
  }
}
`,
	Run: principalARNSession,
}

func principalARNSession(pass *Pass) {
	for e := range pass.comparisons() {
		if e.name != "aws:principalarn" || e.op.Family != access.ARNOperator && e.op.Family != access.StringOperator {
			continue
		}
		for j := range e.Values {
			v := &e.Values[j]
			if strings.Contains(v.Text(), ":assumed-role/") {
				pass.Reportf(e.statement, *v, "%s holds the role ARN, never %q%s", e.Variable, *v, roleOfSession(v))
			}
		}
	}
}

// roleOfSession says what to write instead, if the ARN tells.
func roleOfSession(v *policy.Value) string {
	arn, ok := arnFieldsOf(v)
	if !ok || !v.Known() {
		return ""
	}
	name, isSession := strings.CutPrefix(arn.text(arnResource), "assumed-role/")
	name, _, _ = strings.Cut(name, "/")
	if !isSession || name == "" {
		return ""
	}
	return "; write arn:" + arn.text(arnPartition) + ":iam::" + arn.text(arnAccount) + ":role/" + name
}
