package rules

// wellDocumented are services of whose condition keys and types of resources
// AWS's data has proved complete: of others, AWS's own policies use some with
// actions that are not listed.
var wellDocumented = map[string]bool{"dynamodb": true, "iam": true, "kms": true, "lambda": true, "s3": true, "sns": true, "sqs": true, "sts": true}
