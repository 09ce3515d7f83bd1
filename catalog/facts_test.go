package catalog

import (
	"slices"
	"strings"
	"testing"
)

const wildcard = "" // takes no resource

// actionFacts are what AWS's Service Authorization Reference says of well-known
// actions: access levels, and the resource types that they act on, "*" after
// those that a request always has. More types may have come since.
var actionFacts = []struct {
	action, levels, resources string
}{
	{"s3:GetObject", "Read", "object"},
	{"s3:GetObjectVersion", "Read", "object"},
	{"s3:PutObject", "Write", "object"},
	{"s3:DeleteObject", "Write", "object"},
	{"s3:PutObjectAcl", "Permissions management, Write", "object"},
	{"s3:PutObjectTagging", "Tagging, Write", "object"},
	{"s3:BypassGovernanceRetention", "Permissions management, Write", "object"},
	{"s3:ListBucket", "List", "bucket"},
	{"s3:ListBucketVersions", "List", "bucket"},
	{"s3:ListAllMyBuckets", "List", wildcard},
	{"s3:CreateBucket", "Write", "bucket*"},
	{"s3:PutBucketPolicy", "Permissions management, Write", "bucket*"},
	{"s3:DeleteBucketPolicy", "Permissions management, Write", "bucket*"},
	{"s3:PutBucketTagging", "Tagging, Write", "bucket*"},
	{"s3:PutAccountPublicAccessBlock", "Permissions management, Write", wildcard},
	{"s3:ObjectOwnerOverrideToBucketOwner", "Permissions management, Write", "object*"},

	{"iam:PassRole", "Write", "role*"},
	{"iam:CreateAccessKey", "Write", "user*"},
	{"iam:CreateLoginProfile", "Write", "user*"},
	{"iam:CreateUser", "Write", "user*"},
	{"iam:GetUser", "Read", "user*"},
	{"iam:ListUsers", "List", wildcard},
	{"iam:AddUserToGroup", "Write", "group*"},
	{"iam:AttachRolePolicy", "Permissions management, Write", "role*"},
	{"iam:PutRolePolicy", "Permissions management, Write", "role*"},
	{"iam:UpdateAssumeRolePolicy", "Permissions management, Write", "role*"},
	{"iam:CreatePolicyVersion", "Permissions management, Write", "policy*"},
	{"iam:SetDefaultPolicyVersion", "Permissions management, Write", "policy*"},
	{"iam:GetPolicyVersion", "Read", "policy*"},
	{"iam:TagRole", "Tagging, Write", "role*"},
	{"iam:GetAccountSummary", "List", wildcard},
	{"iam:SimulateCustomPolicy", "Read", wildcard},
	{"iam:CreateServiceLinkedRole", "Write", "role*"},

	{"sts:AssumeRole", "Write", "role*"},
	{"sts:AssumeRoleWithWebIdentity", "Write", "role*"},
	{"sts:TagSession", "Tagging, Write", "role"},
	{"sts:GetCallerIdentity", "Read", wildcard},
	{"sts:GetSessionToken", "Read", wildcard},
	{"sts:DecodeAuthorizationMessage", "Write", wildcard},

	{"ec2:RunInstances", "Write", "image* instance* network-interface* security-group* subnet* volume key-pair snapshot"},
	{"ec2:TerminateInstances", "Write", "instance*"},
	{"ec2:DescribeInstances", "List", wildcard},
	{"ec2:DescribeRegions", "List", wildcard},
	{"ec2:DescribeVolumes", "List", wildcard},
	{"ec2:AttachVolume", "Write", "instance* volume*"},
	{"ec2:CreateSnapshot", "Write", "snapshot* volume*"},
	{"ec2:ModifySnapshotAttribute", "Permissions management, Write", "snapshot*"},
	{"ec2:CreateTags", "Tagging, Write", "instance volume vpc"},
	{"ec2:AuthorizeSecurityGroupIngress", "Write", "security-group*"},
	{"ec2:GetConsoleOutput", "Read", "instance*"},

	{"lambda:CreateFunction", "Write", "function*"},
	{"lambda:UpdateFunctionCode", "Write", "function*"},
	{"lambda:InvokeFunction", "Write", "function*"},
	{"lambda:AddPermission", "Permissions management, Write", "function*"},
	{"lambda:ListFunctions", "List", wildcard},

	{"kms:Decrypt", "Write", "key*"},
	{"kms:PutKeyPolicy", "Permissions management, Write", "key*"},
	{"kms:CreateGrant", "Permissions management, Write", "key*"},
	{"kms:ScheduleKeyDeletion", "Write", "key*"},
	{"kms:ListKeys", "List", wildcard},
	{"kms:GenerateRandom", "Write", wildcard},

	{"dynamodb:GetItem", "Read", "table*"},
	{"dynamodb:PutItem", "Write", "table*"},
	{"dynamodb:Query", "Read", "table* index"},
	{"dynamodb:Scan", "Read", "table* index"},
	{"dynamodb:DeleteTable", "Write", "table*"},
	{"dynamodb:ListTables", "List", wildcard},

	{"sqs:SendMessage", "Write", "queue*"},
	{"sqs:ReceiveMessage", "Read", "queue*"},
	{"sqs:AddPermission", "Permissions management, Write", "queue*"},
	{"sns:Publish", "Write", "topic*"},
	{"sns:Subscribe", "Write", "topic*"},
	{"sns:AddPermission", "Permissions management, Write", "topic*"},
	{"sns:ListTopics", "List", wildcard},

	{"secretsmanager:GetSecretValue", "Read", "Secret*"},
	{"secretsmanager:PutResourcePolicy", "Permissions management, Write", "Secret*"},
	{"secretsmanager:GetRandomPassword", "Read", wildcard},
	{"secretsmanager:ListSecrets", "List", wildcard},
	{"ssm:GetParameter", "Read", "parameter*"},
	{"ssm:SendCommand", "Write", "document* instance managed-instance"},
	{"ssm:DescribeParameters", "List", wildcard},

	{"ecr:GetAuthorizationToken", "Read", wildcard},
	{"ecr:BatchGetImage", "Read", "repository*"},
	{"ecr:SetRepositoryPolicy", "Permissions management, Write", "repository*"},
	{"ecs:RunTask", "Write", "task-definition*"},
	{"eks:ListClusters", "List", wildcard},
	{"rds:CreateDBInstance", "Write", "db*"},
	{"rds-db:connect", "Permissions management, Write", "db-user*"},
	{"logs:CreateLogGroup", "Write", "log-group*"},
	{"logs:PutLogEvents", "Write", "log-stream*"},
	{"cloudformation:SetStackPolicy", "Permissions management, Write", "stack*"},
	{"cloudtrail:StopLogging", "Write", "trail*"},
	{"cloudtrail:LookupEvents", "Read", wildcard},
	{"route53:ChangeResourceRecordSets", "Write", "hostedzone*"},
	{"route53:ListHostedZones", "List", wildcard},
	{"organizations:LeaveOrganization", "Write", wildcard},
	{"organizations:ListAccounts", "List", wildcard},
	{"guardduty:DeleteDetector", "Write", "detector*"},
	{"apigateway:UpdateRestApiPolicy", "Permissions management, Write", "RestApi RestApis"},
	{"states:StartExecution", "Write", "statemachine*"},
	{"kinesis:PutRecord", "Write", "stream*"},
	{"support:CreateCase", "Write", wildcard},
}

func TestActionFacts(t *testing.T) {
	for _, fact := range actionFacts {
		a := Default().Action(fact.action)
		if a == nil {
			t.Errorf("%s is not there", fact.action)
			continue
		}
		if got := a.Levels.String(); got != fact.levels {
			t.Errorf("%s has level %q, want %q", fact.action, got, fact.levels)
		}
		if a.WildcardOnly() != (fact.resources == wildcard) {
			t.Errorf("%s: wildcard-only is %v, want resource types %q", fact.action, a.WildcardOnly(), fact.resources)
		}
		required := map[string]bool{}
		for _, r := range a.Resources() {
			required[r.Type] = r.Required
		}
		for want := range strings.FieldsSeq(fact.resources) {
			name, must := strings.CutSuffix(want, "*")
			if got, ok := required[name]; !ok || got != must {
				t.Errorf("%s: resource type %s is there: %v, required: %v, want %s", fact.action, name, ok, got, want)
			}
		}
	}
}

// dependentFacts are actions that need the right to another one. Where a
// resource type is named, they need it because of that.
var dependentFacts = []struct{ action, resource, needs string }{
	{"lambda:CreateFunction", "function", "iam:PassRole"},
	{"ec2:RunInstances", "image", "iam:PassRole"},
	{"ec2:AssociateIamInstanceProfile", "instance", "iam:PassRole"},
	{"ecs:RunTask", "task-definition", "iam:PassRole"},
	{"sagemaker:CreateNotebookInstance", "notebook-instance", "iam:PassRole"},
	{"autoscaling:CreateAutoScalingGroup", "autoScalingGroup", "iam:CreateServiceLinkedRole"},
	{"ec2:CreateVpc", "vpc", "ec2:CreateTags"},
	{"s3:PutReplicationConfiguration", "bucket", "iam:PassRole"},
	{"backup:StartBackupJob", "", "iam:PassRole"},
	{"datapipeline:CreatePipeline", "", "datapipeline:AddTags"},
}

func TestDependentActionFacts(t *testing.T) {
	for _, fact := range dependentFacts {
		a := Default().Action(fact.action)
		needs := a.DependentActions()
		for _, r := range a.Resources() {
			if r.Type == fact.resource {
				needs = r.DependentActions
			}
		}
		if !slices.Contains(needs, fact.needs) {
			t.Errorf("%s on %q needs %v, want %s", fact.action, fact.resource, needs, fact.needs)
		}
	}
}
