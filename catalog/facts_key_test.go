package catalog

import (
	"slices"
	"testing"
)

// keyFacts are condition keys as policies name them, as AWS documents them,
// and their types; nothing is a key that does not exist.
var keyFacts = []struct{ key, documented, typ string }{
	{"aws:SourceIp", "aws:SourceIp", "IPAddress"},
	{"AWS:SOURCEIP", "aws:SourceIp", "IPAddress"},
	{"aws:PrincipalOrgID", "aws:PrincipalOrgID", "String"},
	{"aws:PrincipalOrgPaths", "aws:PrincipalOrgPaths", "ArrayOfString"},
	{"aws:PrincipalArn", "aws:PrincipalArn", "ARN"},
	{"aws:SourceArn", "aws:SourceArn", "ARN"},
	{"aws:MultiFactorAuthPresent", "aws:MultiFactorAuthPresent", "Bool"},
	{"aws:MultiFactorAuthAge", "aws:MultiFactorAuthAge", "Numeric"},
	{"aws:SecureTransport", "aws:SecureTransport", "Bool"},
	{"aws:CurrentTime", "aws:CurrentTime", "Date"},
	{"aws:CalledVia", "aws:CalledVia", "ArrayOfString"},
	{"aws:TagKeys", "aws:TagKeys", "ArrayOfString"},
	{"aws:PrincipalServiceNamesList", "aws:PrincipalServiceNamesList", "ArrayOfString"},
	{"aws:PrincipalTag/team", "aws:PrincipalTag/tag-key", "String"},
	{"aws:RequestTag/a/b", "aws:RequestTag/tag-key", "String"},
	{"aws:ResourceTag/", "", ""}, // a tag has a name
	{"aws:SourceIpAddress", "", ""},
	{"SourceIp", "", ""},
	{"ec2:SourceInstanceArn", "ec2:SourceInstanceArn", "ARN"},

	{"s3:prefix", "s3:prefix", "String"},
	{"s3:max-keys", "s3:max-keys", "Numeric"},
	{"s3:TlsVersion", "s3:TlsVersion", "Numeric"},
	{"s3:object-lock-retain-until-date", "s3:object-lock-retain-until-date", "Date"},
	{"s3:RequestObjectTagKeys", "s3:RequestObjectTagKeys", "ArrayOfString"},
	{"s3:ExistingObjectTag/team", "s3:ExistingObjectTag/<key>", "String"},
	{"s3:nosuchkey", "", ""},
	{"iam:PassedToService", "iam:PassedToService", "String"},
	{"iam:PolicyARN", "iam:PolicyARN", "ARN"},
	{"iam:PermissionsBoundary", "iam:PermissionsBoundary", "ARN"},
	{"iam:ResourceTag/team", "iam:ResourceTag/${TagKey}", "String"},
	{"ec2:InstanceType", "ec2:InstanceType", "String"},
	{"ec2:Encrypted", "ec2:Encrypted", "Bool"},
	{"ec2:VolumeSize", "ec2:VolumeSize", "Numeric"},
	{"ec2:ResourceTag/team", "ec2:ResourceTag/${TagKey}", "String"},
	{"kms:ViaService", "kms:ViaService", "String"},
	{"kms:GrantIsForAWSResource", "kms:GrantIsForAWSResource", "Bool"},
	{"kms:GrantOperations", "kms:GrantOperations", "ArrayOfString"},
	{"kms:EncryptionContext:team", "kms:EncryptionContext:${EncryptionContextKey}", "String"},
	{"dynamodb:LeadingKeys", "dynamodb:LeadingKeys", "ArrayOfString"},
	{"lambda:Layer", "lambda:Layer", "ArrayOfString"},
	{"lambda:FunctionArn", "lambda:FunctionArn", "ARN"},
	{"sts:ExternalId", "sts:ExternalId", "String"},
	{"secretsmanager:BlockPublicPolicy", "secretsmanager:BlockPublicPolicy", "Bool"},
	{"rds:StorageSize", "rds:StorageSize", "Numeric"},

	// Prefixes that are no service: identity providers, and oddities.
	{"token.actions.githubusercontent.com:repository", "token.actions.githubusercontent.com:repository", "String"},
	{"token.actions.acme.ghe.com:ref", "token.actions.${Domain}.ghe.com:ref", "String"},
	{"accounts.google.com:aud", "accounts.google.com:aud", "String"},
	{"saml:sub", "saml:sub", "String"},
	{"catalog:ChangeType", "catalog:ChangeType", "String"},
	{"nosuchservice:key", "", ""},
}

func TestConditionKeyFacts(t *testing.T) {
	for _, fact := range keyFacts {
		k := Default().ConditionKey(fact.key)
		switch {
		case k == nil && fact.documented != "":
			t.Errorf("%s is not there", fact.key)
		case k == nil:
		case k.Name != fact.documented || k.Type != fact.typ:
			t.Errorf("%s is %s of type %s, want %q of type %q", fact.key, k.Name, k.Type, fact.documented, fact.typ)
		case k.Multivalued() != (fact.typ == "ArrayOfString"):
			t.Errorf("%s: multivalued is %v", fact.key, k.Multivalued())
		}
	}
}

// Only the service's own keys, and only those global ones that it documents.
func TestServiceConditionKey(t *testing.T) {
	s3 := Default().Service("s3")
	if s3.ConditionKey("S3:Prefix") == nil || s3.ConditionKey("aws:TagKeys") == nil {
		t.Error("s3:prefix or aws:TagKeys is not a key of s3")
	}
	if k := s3.ConditionKey("iam:PassedToService"); k != nil {
		t.Errorf("s3 has the key %s", k.Name)
	}
}

// Keys come with an action, or with the resource it acts on.
func TestKeysOfActions(t *testing.T) {
	pass := Default().Action("iam:PassRole")
	if !slices.Contains(pass.ConditionKeys(), "iam:PassedToService") {
		t.Errorf("iam:PassRole has the keys %v", pass.ConditionKeys())
	}
	if list := Default().Action("s3:ListBucket").ConditionKeys(); !slices.Contains(list, "s3:prefix") || slices.Contains(list, "s3:versionid") {
		t.Errorf("s3:ListBucket has the keys %v", list)
	}
	instance := Default().Service("ec2").ResourceType("instance")
	if !slices.Contains(instance.ConditionKeys, "ec2:InstanceType") {
		t.Errorf("instances have the keys %v", instance.ConditionKeys)
	}
}

// Parts that vary are written in three ways, and there may be several.
func TestVariablePattern(t *testing.T) {
	for name, want := range map[string]string{
		"aws:ResourceTag/${TagKey}":   "aws:ResourceTag/?*",
		"s3:ExistingObjectTag/<key>":  "s3:ExistingObjectTag/?*",
		"aws:RequestTag/tag-key":      "aws:RequestTag/?*",
		"a:${B}/c/${D}.value":         "a:?*/c/?*.value",
		"a:<b>/<c>":                   "a:?*/?*",
		"s3:prefix":                   "",
		"lambda:tag-key-of-something": "",
	} {
		if got := variablePattern(name, ""); got != want {
			t.Errorf("%s has the pattern %q, want %q", name, got, want)
		}
	}
}

// The key that says most of the name is meant, wherever it is listed.
func TestFindConditionKey(t *testing.T) {
	keys := []ConditionKey{
		readConditionKey("a:Tag/${Key}\tString"), readConditionKey("a:Tag/b.${Key}\tBool"), readConditionKey("a:Tag/b.c\tDate"), readConditionKey("a:Tag/c${Key}\tARN"), readConditionKey("a:Tag/c${Key}c\tNumeric"),
	}
	for name, want := range map[string]string{
		"a:Tag/x": "String", "a:Tag/b.x": "Bool", "A:TAG/B.C": "Date", "a:Tag/b.": "String", "a:Tag/cx": "ARN", "a:Tag/cxc": "Numeric", "a:Tag/": "", "b:Tag/x": "",
	} {
		got := ""
		if k := findConditionKey(keys, name); k != nil {
			got = k.Type
		}
		if got != want {
			t.Errorf("%s has type %q, want %q", name, got, want)
		}
	}
}
