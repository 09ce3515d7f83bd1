package rules

import "github.com/iamlint/iamlint/policy"

// DynamodbAttributesWithoutSelect reports limits on attributes that do not
// hold.
var DynamodbAttributesWithoutSelect = &Rule{
	Name: "dynamodb-attributes-without-select",
	Kind: Security, Severity: Medium,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource,
	Doc: `dynamodb:Attributes without dynamodb:Select returns whole items

A condition on dynamodb:Attributes limits only the attributes that a request
names. One that names none gets all of them, unless dynamodb:Select is to be
SPECIFIC_ATTRIBUTES.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "dynamodb:Query", "Resource": "*", "Condition": {"ForAllValues:StringEquals": {«"dynamodb:Attributes"»: ["Id"]}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "dynamodb:Query", "Resource": "*", "Condition": {"ForAllValues:StringEquals": {"dynamodb:Attributes": ["Id"]}, "StringEquals": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"}}}
  ]
}
`,
	Run: dynamodbAttributesWithoutSelect,
}

func dynamodbAttributesWithoutSelect(pass *Pass) {
	for e := range pass.comparisons() {
		if e.name != "dynamodb:attributes" || e.statement.Effect != policy.Allow || conditionsMayHold(e.statement) ||
			mayTest(e.statement, []string{"dynamodb:Select"}) || !mayBeAbout(e.statement, "dynamodb:Query", "dynamodb:Scan", "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PartiQLSelect") {
			continue
		}
		f := pass.Reportf(e.statement, e.Variable, "dynamodb:Attributes without dynamodb:Select returns whole items")
		edits, ok := pass.InsertEntry(e.statement.Condition, "StringEqualsIfExists", "dynamodb:Select", "SPECIFIC_ATTRIBUTES")
		f.Fix("demand dynamodb:Select", edits, ok && !hasOperator(e.statement, "StringEqualsIfExists"))
	}
}
