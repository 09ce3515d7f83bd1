package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// VariableInSensitiveKey reports policy variables as part of accounts,
// organizations and VPCs.
var VariableInSensitiveKey = &Rule{
	Name: "variable-in-sensitive-key",
	Kind: Security, Severity: Medium,
	Doc: `a policy variable stands for accounts, organizations or VPCs of others

What a tag or a name of the caller holds, the caller often chooses: as part of an
id of an account, an organization or a VPC a variable acts like a wildcard. A
variable that is a global key as a whole, such as ${aws:ResourceOrgID}, is what
AWS recommends.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": «"o-${aws:PrincipalTag/org}"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "${aws:ResourceOrgID}"}}}
  ]
}
`,
	Run: variableInSensitiveKey,
}

func variableInSensitiveKey(pass *Pass) {
	if !pass.Policy.Modern() || pass.Policy.Kind.Is(ceilings) {
		return
	}
	for e := range pass.comparisons() {
		if e.statement.Effect != policy.Allow || e.op.Negated || e.op.Family != access.StringOperator || !isSensitive(e.name) {
			continue
		}
		for _, v := range e.Values {
			if name, ok := chosenVariable(v); ok {
				f := pass.Reportf(e.statement, v, "variable %s on %s acts like a wildcard", name, e.Variable.Text())
				f.Subject = v.String()
			}
		}
	}
}

// chosenVariable returns a policy variable in the value that is not a global key
// as a whole.
func chosenVariable(v policy.Value) (string, bool) {
	text := v.Text()
	for _, variable := range policy.Variables(text) {
		if variable.Name == "*" || variable.Name == "?" || variable.Name == "$" {
			continue
		}
		whole := variable.From == 0 && variable.To == len(text) && v.Known()
		name := strings.ToLower(variable.Name)
		if !whole || !strings.HasPrefix(name, "aws:") || isTag(name) || name == "aws:username" || name == "aws:userid" {
			return text[variable.From:variable.To], true
		}
	}
	return "", false
}
