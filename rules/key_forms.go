package rules

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed key_forms.txt
var keyFormsText string

// keyForms are the keys of key_forms.txt, in lower case, with the form that
// their values have.
var keyForms = sync.OnceValue(func() map[string]*keyForm {
	forms := map[string]*keyForm{}
	for line := range dataLines(keyFormsText) {
		form, key, _ := strings.Cut(line, " ")
		forms[strings.ToLower(key)] = namedKeyForms[form]
	}
	return forms
})

// A keyForm is what all values of a condition key look like.
type keyForm struct {
	start   string // how all of them begin
	holds   func(text string) bool
	message string // of other values
}

var namedKeyForms = map[string]*keyForm{
	"vpc":      {"vpc-", isVPC, "%q is not a VPC id"},
	"endpoint": {"vpce-", isEndpoint, "%q is not a VPC endpoint id"},
	"org":      {"o-", isOrganizationID, "%q is not an organization id"},
	"orgpath":  {"o-", isOrganizationPath, "%q is not an organization path, such as o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/"},
	"account":  {"", isAccountID, "%q is not a 12-digit account id"},
	"region":   {"", isKnownRegion, "Region %q does not exist"},
	"service":  {"", isServiceName, "%q must look like SERVICE.amazonaws.com"},
	"via":      {"", isRegionalService, "%q must look like SERVICE.REGION.amazonaws.com"},
	"kmskey":   {"arn:", isKeyARN, "%q must be a KMS key ARN"},
}

// mayStartWith says whether a string of which the start is known may begin so.
func mayStartWith(known, start string) bool {
	return strings.HasPrefix(known, start) || strings.HasPrefix(start, known)
}
