package rules

import (
	"strings"
	"testing"

	"github.com/iamlint/iamlint/catalog"
)

func TestPublicSeverity(t *testing.T) {
	tests := map[string]Severity{
		"s3:PutBucketPolicy":            Critical,
		"s3:PutObject":                  Critical,
		"s3:GetObject":                  High,
		"s3:ListBucket":                 Medium,
		"ecr:PutImage":                  Critical,
		"ecr:BatchGetImage":             High,
		"es:ESHttpPost":                 Critical,
		"es:ESHttpGet":                  High,
		"dynamodb:PutItem":              Critical,
		"kms:Decrypt":                   Critical,
		"kms:CreateGrant":               Critical,
		"kms:DescribeKey":               High,
		"kms:ListGrants":                Medium,
		"secretsmanager:GetSecretValue": Critical,
		"lambda:InvokeFunction":         Critical,
		"lambda:UpdateFunctionCode":     High,
		"lambda:GetLayerVersion":        Info,
		"sqs:ReceiveMessage":            Critical,
		"sqs:SendMessage":               High,
		"sqs:AddPermission":             Critical,
		"sns:Publish":                   High,
		"events:PutEvents":              High,
		"execute-api:Invoke":            Info,
		"ecr-public:DescribeImages":     Info,
		"ecr-public:PutImage":           High,
	}
	for name, want := range tests {
		a := catalog.Default().Action(name)
		if a == nil {
			t.Errorf("there is no action %s", name)
		} else if got := publicSeverity(a); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

func TestPublicActionsExist(t *testing.T) {
	for _, p := range publicActions {
		if p.service == "" {
			continue
		}
		s := catalog.Default().Service(p.service)
		if s == nil {
			t.Errorf("there is no service %s", p.service)
			continue
		}
		for _, name := range p.names {
			if s.Action(name) == nil || name != strings.ToLower(name) {
				t.Errorf("there is no action %s:%s, or it is not in lower case", p.service, name)
			}
		}
	}
}

// Keys that AWS does not list with the others, although they exist.
var unlistedKeys = map[string]bool{"aws:principalorgmasteraccountid": true, "aws:sourceowner": true, "saml:aud": true}

func TestCallerKeysExist(t *testing.T) {
	for key := range callerKeys {
		if key != strings.ToLower(key) {
			t.Errorf("%s is not in lower case", key)
		}
		if !unlistedKeys[key] && catalog.Default().ConditionKey(key) == nil {
			t.Errorf("there is no condition key %s", key)
		}
	}
	for _, key := range openKeys {
		prefix := strings.HasSuffix(key, ":")
		if strings.HasSuffix(key, "/") {
			key += "name"
		}
		if !prefix && catalog.Default().ConditionKey(key) == nil {
			t.Errorf("there is no condition key %s", key)
		}
		if callerKeys[key] != 0 {
			t.Errorf("%s both binds the caller and does not", key)
		}
	}
	for key := range alwaysPresent {
		if callerKeys[key] == 0 {
			t.Errorf("%s is always present, and does not bind the caller", key)
		}
	}
}
