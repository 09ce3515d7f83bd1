package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// RCPServiceGuard reports Denies of resource control policies that hit the
// wrong callers.
var RCPServiceGuard = &Rule{
	Name:     "rcp-service-guard",
	Kind:     Warning,
	Policies: policy.RCP,
	Doc: `a Deny hits callers that it is not meant for

When an AWS service calls as itself, keys about the principal are absent, and when
anyone else calls, keys about the source are: a negated operator then denies.
Beside keys about the principal demand BoolIfExists aws:PrincipalIsAWSService
false; beside keys about the source Bool aws:PrincipalIsAWSService true, and Null
aws:SourceAccount false, as not every integration sends it.`,
	Format: "main.tf",
	Bad: `resource "aws_organizations_policy" "p" {
  name = "p"
  type = "RESOURCE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "*"
      Condition = { StringNotEqualsIfExists = { «"aws:PrincipalOrgID"» = "o-a1b2c3d4e5" } }
    }]
  })
}
`,
	Good: `resource "aws_organizations_policy" "p" {
  name = "p"
  type = "RESOURCE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "*"
      Condition = {
        StringNotEqualsIfExists = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" }
        BoolIfExists            = { "aws:PrincipalIsAWSService" = "false" }
      }
    }]
  })
}
`,
	Run: rcpServiceGuard,
}

func rcpServiceGuard(pass *Pass) {
	for e := range pass.comparisons() {
		if e.statement.Effect != policy.Deny || !e.op.Negated || conditionsMayHold(e.statement) {
			continue
		}
		name := e.Variable.Text()
		switch {
		case isPrincipalKey(e.name):
			if !comparesService(e.statement, "false") {
				pass.Reportf(e.statement, e.Variable, "%s also blocks AWS services: demand aws:PrincipalIsAWSService false", name).Subject = name
			}
		case isOneOf(e.name, sourceKeys):
			if !comparesService(e.statement, "true") {
				pass.Reportf(e.statement, e.Variable, "%s also blocks your own principals: demand aws:PrincipalIsAWSService true", name).Subject = name
			}
			if !demandsPresence(e.statement, "aws:sourceaccount") && !demandsPresence(e.statement, "aws:sourcearn") && !demandsPresence(e.statement, e.name) {
				pass.Reportf(e.statement, e.Variable, "%s is absent in some integrations: demand Null aws:SourceAccount false", name).Subject = name + " Null"
			}
		}
	}
}

// comparesService says whether an entry demands that the caller is an AWS
// service, or that it is none.
func comparesService(s *policy.Statement, want string) bool {
	for _, e := range s.Condition.Entries {
		if strings.EqualFold(e.Variable.Text(), "aws:PrincipalIsAWSService") && saysBool(e.List, want) {
			return true
		}
	}
	return false
}

// isPrincipalKey says whether the key, in lower case, tells who calls or whose
// caller it is: AWS services do not have it.
func isPrincipalKey(key string) bool {
	return isOneOf(key, []string{"aws:principalarn", "aws:principalaccount", "aws:principalorgid", "aws:principalorgpaths", "aws:principaltag/"})
}
