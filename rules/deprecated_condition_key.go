package rules

// DeprecatedConditionKey reports condition keys that others have superseded.
var DeprecatedConditionKey = &Rule{
	Name: "deprecated-condition-key",
	Kind: Warning,
	Doc: `another condition key has superseded this one

AWS advises against a few old condition keys. aws:PrincipalArn took the place of
aws:ARN. A service that acts on behalf of an account sends aws:SourceAccount;
aws:SourceOwner is sent by Amazon SNS and a few others only. In the default policy
of an SNS topic, where it says whose topic it is, it has no successor, and is not
reported.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*",
  "Condition": {"ArnNotLike": {«"aws:ARN"»: "arn:aws:iam::111122223333:role/admin"}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*",
  "Condition": {"ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/admin"}}}}`,
	Run: deprecatedConditionKey,
}

func deprecatedConditionKey(pass *Pass) {
	for _, e := range pass.conditionEntries() {
		if e.key == nil || e.key.supersededBy == "" {
			continue
		}
		services := len(onlyServices(e.statement)) > 0
		if e.key.is("aws:SourceOwner") && !services {
			continue
		}
		f := pass.Reportf(e.statement, e.Variable, "%s is superseded by %s", e.Variable.Text(), e.key.supersededBy)
		if !services {
			pass.renameKey(f, &e, []nearKey{{name: e.key.supersededBy, whole: true}})
		}
	}
}
