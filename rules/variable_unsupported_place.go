package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// VariableUnsupportedPlace reports policy variables where AWS does not replace
// them.
var VariableUnsupportedPlace = &Rule{
	Name: "variable-unsupported-place",
	Kind: Error,
	Doc: `policy variables are not expanded there

AWS replaces policy variables in the last part of ARNs in Resource and
NotResource, and in what string and ARN operators of a Condition compare with.
Anywhere else ${aws:username} is literal text. To limit resources to an account,
compare aws:ResourceAccount with ${aws:PrincipalAccount} in a Condition.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:ChangePassword", "Resource": "arn:aws:iam::«${aws:PrincipalAccount}»:user/${aws:username}"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:ChangePassword", "Resource": "arn:aws:iam::111122223333:user/${aws:username}"}}`,
	Run:  variableUnsupportedPlace,
}

func variableUnsupportedPlace(pass *Pass) {
	if !pass.writtenText().variables {
		return
	}
	for _, a := range pass.listedActions().odd {
		pass.reportUnexpanded(a.statement, a.value, "Action")
	}
	for _, r := range pass.resources() {
		if strings.Contains(r.value.Text(), "${") && pass.Policy.Modern() {
			pass.reportEarlyVariables(&r)
		}
	}
	for _, s := range pass.Policy.Statements {
		pass.reportInPrincipals(s, &s.Principal)
		pass.reportInPrincipals(s, &s.NotPrincipal)
		for i := range s.Condition.Entries {
			e := &s.Condition.Entries[i]
			pass.reportUnexpanded(s, &e.Variable, "the name of a condition key")
			if !takesVariables(e.Operator) {
				pass.reportUncompared(s, e)
			}
		}
	}
}

func (p *Pass) reportInPrincipals(s *policy.Statement, principals *policy.Principals) {
	for i := range principals.Sets {
		for j := range principals.Sets[i].Values {
			p.reportUnexpanded(s, &principals.Sets[i].Values[j], "Principal")
		}
	}
}

// reportUnexpanded reports the first variable of a value in which there can be
// none.
func (p *Pass) reportUnexpanded(s *policy.Statement, v *policy.Value, where string) {
	for _, variable := range p.variablesOf(v) {
		if variable.fault() == "" {
			f := p.Reportf(s, v.Sub(variable.from, variable.to), "variable %s is not expanded in %s", variable.text, where)
			f.Subject = v.String()
			return
		}
	}
}

// reportUncompared reports variables that are compared with by an operator for
// something other than strings.
func (p *Pass) reportUncompared(s *policy.Statement, e *policy.Condition) {
	for i := range e.Values {
		for _, v := range p.variablesOf(&e.Values[i]) {
			if v.fault() == "" {
				f := p.Reportf(s, e.Values[i].Sub(v.from, v.to), "variable %s does not work with %s", v.text, e.Operator.Text())
				f.Subject = v.text
			}
		}
	}
}
