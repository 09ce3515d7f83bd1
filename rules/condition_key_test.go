package rules

import (
	"testing"

	"github.com/iamlint/iamlint/catalog"
)

// keySorts are names, what sort of key they are, and of what family.
var keySorts = []struct {
	name   string
	sort   keySort
	family string
}{
	{"aws:SOURCEIP", globalKey, "aws:SourceIp"},
	{"aws:resourcetag/Team", globalKey, "aws:ResourceTag/"},
	{"aws:ResourceTag/OwnerTag", globalKey, "aws:ResourceTag/"},
	{"ec2:SourceInstanceARN", globalKey, "ec2:SourceInstanceArn"},
	{"aws:PrincipalOrgMasterAccountID", undocumentedKey, "aws:PrincipalOrgMasterAccountID"},
	{"aws:ResourceTag", unfinishedKey, "aws:ResourceTag"},
	{"aws:ResourceTag/", unfinishedKey, "aws:ResourceTag/"},
	{"elasticloadbalancing:ResourceTag/", unfinishedKey, "elasticloadbalancing:ResourceTag/"},
	{"aws:SourceIpAddress", unknownKey, "aws:SourceIpAddress"},

	{"S3:Prefix", serviceKey, "s3:prefix"},
	{"s3:ExistingObjectTag/a/b", serviceKey, "s3:ExistingObjectTag/"},
	{"glacier:ResourceTag/a", serviceKey, "glacier:ResourceTag/"},
	{"kms:EncryptionContext:a:b", serviceKey, "kms:EncryptionContext:"},
	{"events:Metadata/a/Matcher", serviceKey, "events:Metadata/${MetadataKey}/Matcher"},
	{"s3:nosuchkey", unknownKey, "s3:nosuchkey"},
	{"nosuchservice:key", unknownKey, "nosuchservice:key"},
	{"iot:Connection.Thing.IsAttached", undocumentedKey, "iot:Connection.Thing.IsAttached"},
	{"iot:Nothing.Thing", unknownKey, "iot:Nothing.Thing"},
	{"deepracer:UserToken", foreignKey, "deepracer:UserToken"},

	{"saml:AUD", issuerKey, "saml:aud"},
	{"accounts.google.com:sub", issuerKey, "accounts.google.com:sub"},
	{"gitlab.example.com/a:anything", issuerKey, "gitlab.example.com/a:anything"},

	{"SourceIp", malformedKey, "SourceIp"},
	{":a", malformedKey, ":a"},
	{"a:", malformedKey, "a:"},
	{"", malformedKey, ""},
}

func TestConditionKeyOf(t *testing.T) {
	for _, want := range keySorts {
		k := conditionKeyOf(catalog.Default(), want.name)
		if k.sort != want.sort || k.family != want.family {
			t.Errorf("%s is of sort %d and family %s, want %d and %s", want.name, k.sort, k.family, want.sort, want.family)
		}
	}
}

// Every key that AWS documents is known as what it is.
func TestDocumentedKeysAreKnown(t *testing.T) {
	c := catalog.Default()
	check := func(keys []catalog.ConditionKey) {
		for i := range keys {
			name := keys[i].Name
			if family := keyFamily(name); family != name {
				name = family + "x"
			}
			switch k := conditionKeyOf(c, name); k.sort {
			case malformedKey, unknownKey, undocumentedKey, foreignKey:
				t.Errorf("%s is of sort %d", name, k.sort)
			}
		}
	}
	check(c.GlobalConditionKeys())
	for i := range c.Services() {
		check(c.Services()[i].ConditionKeys())
	}
}

func TestConditionKeyValueType(t *testing.T) {
	for name, want := range map[string]string{
		"aws:SourceIp": "IPAddress", "aws:TagKeys": "String", "AWS:securetransport": "Bool", "aws:PrincipalTag/team": "String",
		"gitlab.example.com:a": "", "aws:ResourceTag": "", "aws:Nothing": "",
	} {
		if got := conditionKeyOf(catalog.Default(), name).valueType(); got != want {
			t.Errorf("%s has type %q, want %q", name, got, want)
		}
	}
}
