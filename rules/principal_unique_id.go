package rules

import "github.com/iamlint/iamlint/policy"

// PrincipalUniqueID reports the ids that deleted users and roles leave behind.
var PrincipalUniqueID = &Rule{
	Name:     "principal-unique-id",
	Kind:     Warning,
	Policies: policy.Resource | policy.Trust,
	Doc: `a principal is a unique id, as deleted users and roles leave behind

AWS keeps the unique id of a user or role for its ARN in policies, and shows it
once the user or role is deleted. A new one of the same name has another id, and
is not meant. Remove the id, or write the ARN anew.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": «"AROAEXAMPLE1EXAMPLE12"»},
    "Action": "sts:AssumeRole"
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:role/deploy"},
    "Action": "sts:AssumeRole"
  }
}
`,
	Run: principalUniqueID,
}

func principalUniqueID(pass *Pass) {
	for p := range pass.principals("AWS") {
		if formOfPrincipal(p.value) == uniqueIDPrincipal {
			text := p.value.Text()
			pass.Reportf(p.statement, p.value, "%q is the unique id of a %s, usually a deleted one; write its ARN",
				text, uniqueIDKind(text)).Subject = text
		}
	}
}
