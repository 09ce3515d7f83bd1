package rules

import (
	"regexp"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
)

// InvalidKeyValue reports values that a condition key can never have.
var InvalidKeyValue = &Rule{
	Name: "invalid-key-value",
	Kind: Error,
	Doc: `the key never has such a value

VPCs, endpoints, organizations, accounts, Regions and services have ids and names
of a certain form. A value that is not of it never matches: an Allow grants
nothing, a Deny with a negated operator holds for everybody.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:SourceVpce": [«"vpc-0a1b2c3d"»]}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:SourceVpce": ["vpce-0a1b2c3d"]}}}
  ]
}
`,
	Run: invalidKeyValue,
}

func invalidKeyValue(pass *Pass) {
	for v := range pass.conditionValues() {
		if v.op.Family != access.StringOperator && v.op.Family != access.ARNOperator || v.value.HasWildcard() {
			continue
		}
		form, ok := keyForms[strings.ToLower(v.entry.Variable.Text())]
		text := v.value.Text()
		if !ok || form.fits(text) {
			continue
		}
		f := pass.Reportf(v.statement, v.value, "%q is not %s, as %s holds", text, form.name, v.entry.Variable.Text())
		f.Subject = text
		if strings.Trim(text, "0123456789") == "" && len(text) >= 9 && len(text) < 12 && v.entry.Bare != nil && v.entry.Bare[v.index] {
			edits, ok := pass.Replace(v.value, strings.Repeat("0", 12-len(text))+text)
			f.Fix("write the account with its leading zeros", edits, ok)
		}
		if form.name == regionForm.name && catalog.PartitionOfRegion(text) != nil {
			f.As(Suggestion, 0) // it may be newer than the data
		}
	}
}

// A keyForm is the form that all values of a key have.
type keyForm struct {
	name string
	fits func(text string) bool
}

func matching(pattern string) func(string) bool {
	compiled := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
	return func(text string) bool { return compiled().MatchString(text) }
}

var (
	vpcForm     = keyForm{"a VPC id", matching(`^vpc-[0-9a-z]{8}([0-9a-z]{9})?$`)}
	vpceForm    = keyForm{"a VPC endpoint id", matching(`^vpce-[0-9a-z]{8}([0-9a-z]{9})?$`)}
	orgForm     = keyForm{"an organization id", matching(`^o-[a-z0-9]{10,32}$`)}
	orgPathForm = keyForm{"a path in an organization", matching(`^o-[a-z0-9]{10,32}/r-[a-z0-9]{4,32}/(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}/)*$`)}
	accountForm = keyForm{"an account of 12 digits", matching(`^([0-9]{12}|anonymous)$`)}
	regionForm  = keyForm{"a Region", isRegion}
	hostForm    = keyForm{"a service such as lambda.amazonaws.com", func(text string) bool {
		return isServiceHost(text) && text == strings.ToLower(text)
	}}
	viaForm    = keyForm{"a service with its Region such as s3.eu-west-1.amazonaws.com", matching(`^[a-z0-9.-]+\.[a-z]+(-[a-z]+)+-[0-9]+\.(amazonaws\.com|[a-z0-9.]+)$`)}
	kmsKeyForm = keyForm{"the ARN of a KMS key", matching(`^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/.+$`)}
)

// keyForms are the forms of values, by condition key in lower case.
//
// Sources: AWS IAM User Guide, "AWS global condition context keys"; Organizations
// API Reference, patterns of ids; pages on the keys of AWS KMS and Amazon S3.
var keyForms = map[string]keyForm{
	"aws:sourcevpc": vpcForm, "aws:sourcevpce": vpceForm, "aws:ec2instancesourcevpc": vpcForm,
	"aws:principalorgid": orgForm, "aws:resourceorgid": orgForm, "aws:sourceorgid": orgForm, "aws:vpceorgid": orgForm,
	"aws:principalorgpaths": orgPathForm, "aws:resourceorgpaths": orgPathForm, "aws:sourceorgpaths": orgPathForm, "aws:vpceorgpaths": orgPathForm,
	"aws:principalaccount": accountForm, "aws:resourceaccount": accountForm, "aws:sourceaccount": accountForm,
	"aws:vpceaccount": accountForm, "kms:calleraccount": accountForm, "s3:resourceaccount": accountForm, "s3:dataaccesspointaccount": accountForm,
	"aws:requestedregion": regionForm, "ec2:region": regionForm,
	"iam:passedtoservice": hostForm, "iam:awsservicename": hostForm, "aws:principalservicename": hostForm,
	"aws:principalservicenameslist": hostForm, "aws:calledvia": hostForm, "aws:calledviafirst": hostForm, "aws:calledvialast": hostForm,
	"kms:viaservice": viaForm,
	"s3:x-amz-server-side-encryption-aws-kms-key-id": kmsKeyForm,
}

func isRegion(text string) bool {
	p := catalog.PartitionOfRegion(text)
	return p != nil && p.HasRegion(text)
}
