package catalog

import (
	"slices"
	"testing"
)

// arnFacts are ARN formats, with the variables' names as AWS has them.
var arnFacts = []struct{ service, resource, arn string }{
	{"s3", "bucket", "arn:${Partition}:s3:::${BucketName}"},
	{"s3", "object", "arn:${Partition}:s3:::${BucketName}/${ObjectName}"},
	{"s3", "accesspoint", "arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}"},
	{"iam", "role", "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"},
	{"iam", "user", "arn:${Partition}:iam::${Account}:user/${UserNameWithPath}"},
	{"iam", "policy", "arn:${Partition}:iam::${Account}:policy/${PolicyNameWithPath}"},
	{"sts", "role", "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"},
	{"ec2", "instance", "arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}"},
	{"ec2", "image", "arn:${Partition}:ec2:${Region}::image/${ImageId}"},
	{"ec2", "snapshot", "arn:${Partition}:ec2:${Region}::snapshot/${SnapshotId}"},
	{"lambda", "function", "arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}"},
	{"kms", "key", "arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}"},
	{"dynamodb", "table", "arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}"},
	{"dynamodb", "index", "arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}/index/${IndexName}"},
	{"sqs", "queue", "arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"},
	{"sns", "topic", "arn:${Partition}:sns:${Region}:${Account}:${TopicName}"},
	{"secretsmanager", "Secret", "arn:${Partition}:secretsmanager:${Region}:${Account}:secret:${SecretId}"},
	{"logs", "log-stream", "arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:log-stream:${LogStreamName}"},
	{"rds-db", "db-user", "arn:${Partition}:rds-db:${Region}:${Account}:dbuser:${DbiResourceId}/${DbUserName}"},
	{"route53", "hostedzone", "arn:${Partition}:route53:::hostedzone/${Id}"},
	{"cloudfront", "distribution", "arn:${Partition}:cloudfront::${Account}:distribution/${DistributionId}"},
	{"states", "statemachine", "arn:${Partition}:states:${Region}:${Account}:stateMachine:${StateMachineName}"},
	{"apigateway", "RestApis", "arn:${Partition}:apigateway:${Region}::/restapis"},
	{"bedrock", "foundation-model", "arn:${Partition}:bedrock:${Region}::foundation-model/${ResourceId}"},
}

func TestARNFacts(t *testing.T) {
	for _, fact := range arnFacts {
		r := Default().Service(fact.service).ResourceType(fact.resource)
		if r == nil || r.ARN != fact.arn {
			t.Errorf("%s %s: got %+v, want %s", fact.service, fact.resource, r, fact.arn)
		}
	}
}

func TestARNServices(t *testing.T) {
	for vendor, want := range map[string][]string{
		"s3":          {"s3"},
		"iam":         {"iam", "sts"},
		"acm":         {"acm", "ec2"},
		"IAM":         nil, // vendors are case-sensitive
		"nosuchthing": nil,
		"":            nil,
	} {
		var got []string
		for _, s := range Default().ARNServices(vendor) {
			got = append(got, s.Prefix())
		}
		for _, prefix := range want {
			if !slices.Contains(got, prefix) {
				t.Errorf("ARNs with %q are of %q, want %q", vendor, got, want)
			}
		}
		if want == nil && got != nil {
			t.Errorf("ARNs with %q are of %q, want of none", vendor, got)
		}
	}
}

// AWS's list of services that resource control policies apply to.
func TestSupportsRCP(t *testing.T) {
	for prefix, want := range map[string]bool{
		"s3": true, "sts": true, "kms": true, "sqs": true, "secretsmanager": true, "S3": true,
		"iam": false, "ec2": false, "lambda": false, "none": false,
	} {
		if got := Default().SupportsRCP(prefix); got != want {
			t.Errorf("SupportsRCP(%q) = %v, want %v", prefix, got, want)
		}
	}
}
