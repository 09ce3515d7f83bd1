package rules

// HardcodedPartition reports ARNs that name the partition aws.
var HardcodedPartition = &Rule{
	Name: "hardcoded-partition",
	Kind: Suggestion, Off: true,
	Doc: `the ARN works in the partition aws alone

The same policy does not work in China or in GovCloud (US), where ARNs start with
arn:aws-cn: and arn:aws-us-gov:. In Terraform, take the name from the data source
aws_partition; in JSON, arn:*: matches any partition.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:«aws»:s3:::reports/*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:*:s3:::reports/*"}}`,
	Run:  hardcodedPartition,
}

func hardcodedPartition(pass *Pass) {
	for m := range pass.mentionedARNs() {
		if name, known := m.arn.literal(arnPartition); known && name == "aws" {
			pass.Reportf(m.statement, m.arn.field(arnPartition), "%s is tied to partition aws", m.value)
		}
	}
}
