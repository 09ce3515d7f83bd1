package rules

import "strings"

// A callerKey is how the values of a condition key bind a request to callers
// that the policy's author knows: which values any outsider can meet.
type callerKey uint8

const (
	fixedKey   callerKey = iota + 1 // any value without a leading wildcard
	accountKey                      // 12 digits
	orgKey                          // o-abc, or a path from there
	vpcKey                          // vpc-1, vpce-1
	arnKey                          // the ARN's account is a known one
	sourceKey                       // the ARN's account or the resource is a known one
	rangeKey                        // an address range that is narrow enough
	trueKey                         // true
)

// callerKeys are the condition keys that bind the caller, in lower case. An
// outsider can neither choose their values nor come by them otherwise.
//
// Sources: AWS IAM User Guide, "AWS global condition context keys"; Amazon S3
// User Guide, "The meaning of public"; pages on resource policies of Amazon
// EFS, AWS KMS and AWS Lambda.
var callerKeys = map[string]callerKey{
	"aws:principalarn":                arnKey,
	"aws:principalaccount":            accountKey,
	"aws:principalorgid":              orgKey,
	"aws:principalorgmasteraccountid": accountKey,
	"aws:principalorgpaths":           orgKey,
	"aws:sourcearn":                   sourceKey,
	"aws:sourceaccount":               accountKey,
	"aws:sourceowner":                 accountKey,
	"aws:sourceorgid":                 orgKey,
	"aws:sourceorgpaths":              orgKey,
	"aws:sourcevpc":                   vpcKey,
	"aws:sourcevpce":                  vpcKey,
	"aws:sourcevpcarn":                arnKey,
	"aws:vpceaccount":                 accountKey,
	"aws:vpceorgid":                   orgKey,
	"aws:vpceorgpaths":                orgKey,
	"aws:sourceip":                    rangeKey,
	"aws:userid":                      fixedKey,

	"elasticfilesystem:accessedviamounttarget": trueKey,
	"elasticfilesystem:accesspointarn":         arnKey,

	"kms:calleraccount":           accountKey,
	"lambda:eventsourcetoken":     fixedKey,
	"s3:accessgrantsinstancearn":  arnKey,
	"s3:accesspointnetworkorigin": fixedKey,
	"s3:dataaccesspointaccount":   accountKey,
	"s3:dataaccesspointarn":       arnKey,
	"saml:aud":                    fixedKey,

	// S3 does not call a bucket public that is bound to a KMS key: who uses it
	// needs that key's permission too.
	"s3:x-amz-server-side-encryption-aws-kms-key-id": fixedKey,
}

// alwaysPresent are the caller keys that every request has, those of anonymous
// callers included: IfExists and ForAllValues change nothing about them.
var alwaysPresent = map[string]bool{
	"aws:principalaccount": true, "aws:userid": true, "kms:calleraccount": true,
}

// openKeys are the condition keys, in lower case, that any outsider can meet:
// the request or the outsider's own account says what they are. Those that end
// in a colon or slash are prefixes. Keys that stand neither here nor among
// callerKeys may bind the caller, for all we know.
var openKeys = []string{
	"aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:viaawsservice",
	"aws:currenttime", "aws:epochtime", "aws:tokenissuetime",
	"aws:multifactorauthage", "aws:multifactorauthpresent",
	"aws:principaltag/", "aws:principaltype", "aws:sourceidentity", "aws:username",
	"aws:referer", "aws:useragent", "aws:securetransport",
	"aws:requestedregion", "aws:requesttag/", "aws:tagkeys",
	"aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths", "aws:resourcetag/",
	"kms:viaservice", "s3:", "sts:",
}

// isOpenKey says whether any outsider can meet what is asked of the key.
func isOpenKey(key string) bool {
	for _, open := range openKeys {
		if key == open || strings.HasPrefix(key, open) && strings.ContainsAny(open[len(open)-1:], ":/") {
			return true
		}
	}
	return false
}
