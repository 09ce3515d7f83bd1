package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// InvalidARN reports resources that are no ARNs.
var InvalidARN = &Rule{
	Name: "invalid-arn",
	Kind: Error,
	Doc: `the resource is not an ARN

A resource is "*" or an ARN, which has six fields: arn, partition, service, Region,
account and resource, with colons between them, also where a field is empty. AWS
refuses other text, or it matches nothing. In a policy of an identity IAM adds
wildcards for fields that are missing at the end: see short-arn.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": [
  «"my-bucket/*"», «"arn:aws:s3::my-bucket/*"»
]}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-bucket/*"}}`,
	Run:  invalidARN,
}

func invalidARN(pass *Pass) {
	all := pass.resources()
	for i := range all {
		r := &all[i]
		text := r.value.Text()
		switch {
		case r.isARN || r.value.AllWildcard():
		case isNoARN(pass.Policy, r.value):
			if len(text) >= 4 && strings.EqualFold(text[:4], "arn:") {
				pass.Reportf(r.statement, *r.value, "%q is not an ARN: it must start with arn: in small letters", r.value)
			} else {
				pass.Reportf(r.statement, *r.value, "%q is not an ARN", r.value)
			}
		default:
			if fields, ok := shortARN(r.value); ok && pass.failsShort(fields) {
				pass.Reportf(r.statement, *r.value, "%s has %d of the 6 fields of an ARN", r.value, len(fields))
			}
		}
	}
}

// isNoARN says whether the value certainly does not start like an ARN. Of white
// space around one, and of no text at all, others speak.
func isNoARN(d *policy.Document, v *policy.Value) bool {
	const start = "arn:"
	if len(v.Holes()) > 0 && !strings.Contains(v.Text(), ":") && !mayHoldColon(*v) && !isTemplate(v.Text()) {
		return true // such as a bucket's name
	}
	text := v.Prefix()
	if text == "" || strings.TrimSpace(text) != text || isTemplate(v.Text()) || strings.IndexByte("$%", text[0]) >= 0 {
		return false
	}
	if strings.HasPrefix(text, start) || !v.Known() && strings.HasPrefix(start, text) {
		return false
	}
	// The policy of an API may leave out what stands in front of its stage.
	return d.Kind.Is(policy.Identity|policy.PermissionSet|policy.Boundary|policy.SCP|policy.RCP) || !strings.HasPrefix(text, "execute-api:/")
}
