package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// ForallvaluesWithoutNullGuard reports ForAllValues that a request without the
// key passes.
var ForallvaluesWithoutNullGuard = &Rule{
	Name: "forallvalues-without-null-guard",
	Kind: Security, Severity: Medium,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource | policy.Trust | policy.SCP,
	Doc: `a request that does not have the key passes ForAllValues

ForAllValues holds for a request without the key: an Allow that is limited by it
alone is not limited there. Add a second entry that demands the key, with Null and
false, or ForAnyValue. Of aws:TagKeys the rule does not speak: there only requests
without tags pass.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {«"ForAllValues:StringLike"»: {"aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/*"]}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"ForAllValues:StringLike": {"aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/*"]}, "Null": {"aws:PrincipalOrgPaths": "false"}}}
  ]
}
`,
	Run: forallvaluesWithoutNullGuard,
}

func forallvaluesWithoutNullGuard(pass *Pass) {
	for e := range pass.comparisons() {
		if !e.op.AllValues || e.op.Negated || e.op.IfExists || e.op.Family == access.NullOperator || e.statement.Effect != policy.Allow ||
			strings.HasSuffix(e.name, "tagkeys") || isAlwaysSent(e) {
			continue
		}
		several, _ := e.isMultivalued()
		if !several || conditionsMayHold(e.statement) || demandsPresence(e.statement, e.name) || deniesAbsence(pass.Policy, e.name) {
			continue
		}
		f := pass.Reportf(e.statement, e.Operator, "ForAllValues is true when %s is absent", e.Variable.Text())
		f.Subject = e.Variable.Text()
		if !isOneOf(e.name, openedByAbsence) {
			f.As(Security, Low)
		}
		edits, ok := pass.InsertEntry(e.statement.Condition, "Null", e.Variable.Text(), "false")
		f.Fix("demand the key", edits, ok && !hasOperator(e.statement, "Null"))
	}
}

// openedByAbsence are the keys, in lower case, by whose absence a request gets
// more; those that end in a colon are prefixes. Of most keys of services, such
// as the layers of a function, it gets less, or AWS does not say.
var openedByAbsence = []string{"aws:", "dynamodb:", "events:", "kms:"}

// isAlwaysSent says whether all requests have the key that are meant to be
// checked against it. Of DynamoDB's actions those that read whole tables, and
// those of PartiQL, may come without a partition key.
func isAlwaysSent(e *conditionEntry) bool {
	return alwaysSent[e.name] && !(e.name == "dynamodb:leadingkeys" && mayBeAbout(e.statement, "dynamodb:Scan", "dynamodb:PartiQLSelect"))
}

// alwaysSent are keys, in lower case, that all requests have which are checked
// against them.
//
// Sources: AWS KMS Developer Guide, "AWS KMS condition keys"; DynamoDB Developer
// Guide, "Using IAM policy conditions for fine-grained access control".
var alwaysSent = map[string]bool{
	"kms:grantoperations": true, "dynamodb:leadingkeys": true, "dynamodb:attributes": true,
	"route53:changeresourcerecordsetsnormalizedrecordnames": true, "route53:changeresourcerecordsetsrecordtypes": true, "route53:changeresourcerecordsetsactions": true,
}
