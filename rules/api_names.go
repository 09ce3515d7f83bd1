package rules

import (
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// apiNames are API operations that other actions allow, by service and without
// regard to case: several if the call needs all, or one that depends on it.
//
// Sources: Amazon S3 User Guide, "Required permissions for Amazon S3 API
// operations"; AWS Lambda Developer Guide, "Actions and condition context keys";
// Amazon DynamoDB Developer Guide, "IAM security policies with PartiQL".
var apiNames = map[string]string{
	"s3:listobjects":             "s3:ListBucket",
	"s3:listobjectsv2":           "s3:ListBucket",
	"s3:headbucket":              "s3:ListBucket",
	"s3:listbuckets":             "s3:ListAllMyBuckets",
	"s3:listobjectversions":      "s3:ListBucketVersions",
	"s3:listmultipartuploads":    "s3:ListBucketMultipartUploads",
	"s3:listparts":               "s3:ListMultipartUploadParts",
	"s3:headobject":              "s3:GetObject",
	"s3:selectobjectcontent":     "s3:GetObject",
	"s3:copyobject":              "s3:GetObject, s3:PutObject",
	"s3:uploadpart":              "s3:PutObject",
	"s3:createmultipartupload":   "s3:PutObject",
	"s3:completemultipartupload": "s3:PutObject",
	"s3:deleteobjects":           "s3:DeleteObject",

	"s3:getbucketencryption":                "s3:GetEncryptionConfiguration",
	"s3:putbucketencryption":                "s3:PutEncryptionConfiguration",
	"s3:deletebucketencryption":             "s3:PutEncryptionConfiguration",
	"s3:getbucketlifecycle":                 "s3:GetLifecycleConfiguration",
	"s3:getbucketlifecycleconfiguration":    "s3:GetLifecycleConfiguration",
	"s3:putbucketlifecycle":                 "s3:PutLifecycleConfiguration",
	"s3:putbucketlifecycleconfiguration":    "s3:PutLifecycleConfiguration",
	"s3:deletebucketlifecycle":              "s3:PutLifecycleConfiguration",
	"s3:getbucketreplication":               "s3:GetReplicationConfiguration",
	"s3:putbucketreplication":               "s3:PutReplicationConfiguration",
	"s3:deletebucketreplication":            "s3:PutReplicationConfiguration",
	"s3:deletebucketcors":                   "s3:PutBucketCORS",
	"s3:deletebuckettagging":                "s3:PutBucketTagging",
	"s3:getbucketaccelerateconfiguration":   "s3:GetAccelerateConfiguration",
	"s3:putbucketaccelerateconfiguration":   "s3:PutAccelerateConfiguration",
	"s3:getbucketinventoryconfiguration":    "s3:GetInventoryConfiguration",
	"s3:putbucketinventoryconfiguration":    "s3:PutInventoryConfiguration",
	"s3:deletebucketinventoryconfiguration": "s3:PutInventoryConfiguration",
	"s3:getpublicaccessblock":               "s3:GetBucketPublicAccessBlock",
	"s3:putpublicaccessblock":               "s3:PutBucketPublicAccessBlock",
	"s3:deletepublicaccessblock":            "s3:PutBucketPublicAccessBlock",

	"lambda:invoke": "lambda:InvokeFunction",

	"dynamodb:executestatement":      "dynamodb:PartiQL*",
	"dynamodb:batchexecutestatement": "dynamodb:PartiQL*",
}

// apiGatewayVerbs are the actions of API Gateway: each allows all operations
// that start with a word.
var apiGatewayVerbs = []struct{ operation, action string }{
	{"get", "apigateway:GET"}, {"create", "apigateway:POST"}, {"put", "apigateway:PUT"},
	{"update", "apigateway:PATCH"}, {"delete", "apigateway:DELETE"},
}

// hasAPINames says whether operations of the service are listed.
func hasAPINames(s *catalog.Service) bool {
	switch s.Prefix() {
	case "apigateway", "dynamodb", "lambda", "s3":
		return true
	}
	return false
}

// actionOfAPI returns what allows an API operation that is no action itself.
func actionOfAPI(operation string) (action string, ok bool) {
	operation = strings.ToLower(operation)
	if name, ok := strings.CutPrefix(operation, "apigateway:"); ok {
		for _, v := range apiGatewayVerbs {
			if strings.HasPrefix(name, v.operation) {
				return v.action, true
			}
		}
	}
	action, ok = apiNames[operation]
	return action, ok
}
