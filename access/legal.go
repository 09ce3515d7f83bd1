package access

import (
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// isOfFormat says whether an ARN is of a format whose placeholders stand for names.
func isOfFormat(resource, format string) bool {
	fields := strings.SplitN(strings.ReplaceAll(format, "*", "${Any}"), ":", 6)
	_, ok := fillResource(fields[len(fields)-1], literalTokens(arnFields(resource)[5]))
	return ok
}

// isLegal says whether an account and a Region of an ARN are such.
func isLegal(resource string) bool {
	f := arnFields(resource)
	if f == nil {
		return false
	}
	p := catalog.PartitionByName(f[1])
	_, isAccount := wholeAccount(f[4])
	return p != nil && (f[3] == "" || p.HasRegion(f[3])) && (f[4] == "" || isAccount || f[4] == "aws" || f[4] == "cloudfront") && f[5] != ""
}
