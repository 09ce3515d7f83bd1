package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// SensitiveKeyWildcard reports patterns of accounts, organizations and VPCs.
var SensitiveKeyWildcard = &Rule{
	Name: "sensitive-key-wildcard",
	Kind: Security, Severity: High,
	Doc: `a wildcard stands for accounts, organizations or VPCs of others

Ids of accounts, organizations, VPCs and endpoints have no order: whoever else
gets one that fits the pattern gets the access as well. Write the ids in full. In
aws:userid, patterns of session names behind the id of the role are of use.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringLike": {"aws:PrincipalOrgID": «"o-*"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}
  ]
}
`,
	Run: sensitiveKeyWildcard,
}

func sensitiveKeyWildcard(pass *Pass) {
	if pass.Policy.Kind.Is(ceilings) {
		return
	}
	for e := range pass.comparisons() {
		if e.statement.Effect != policy.Allow || e.op.Negated || e.op.Family != access.StringOperator || !e.op.Glob || !isSensitive(e.name) && e.name != "aws:userid" {
			continue
		}
		if _, always := alwaysMet(e); always {
			continue // condition-always-true
		}
		for _, v := range e.Values {
			star, mark := wildcardsIn(&v)
			if !star && !mark || e.name == "aws:userid" && picksID(v) {
				continue
			}
			f := pass.Reportf(e.statement, v, "wildcard %q on %s lets strangers match", v, e.Variable.Text())
			f.Subject = v.String()
			if e.name == "aws:userid" || !isWild(v, "o-") && !isWild(v, "vpc-") && !isWild(v, "vpce-") {
				f.As(Security, Medium)
			}
		}
	}
}

// picksID says whether wildcards in a value of aws:userid stand for all of the
// id, or for names of its sessions: "AROAEXAMPLEID:*", "*:alice".
func picksID(v policy.Value) bool {
	id, _, ok := v.Cut(':')
	return !ok && !v.Known() || ok && (id.Is("*") || !id.HasWildcard())
}
