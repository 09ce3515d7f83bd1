package access

import (
	"maps"
	"strings"
)

// withCallerKeys returns the request with the condition keys that follow from
// who makes it, where it does not have them.
//
// Source: AWS IAM User Guide, "AWS global condition context keys".
func withCallerKeys(r *Request, who caller) *Request {
	full := *r
	full.Context = maps.Clone(r.Context)
	if full.Context == nil {
		full.Context = map[string][]string{}
	}
	given := map[string]bool{}
	for key := range r.Context {
		given[strings.ToLower(key)] = true
	}
	set := func(key, value string) {
		if value != "" && !given[strings.ToLower(key)] {
			full.Context[key] = []string{value}
		}
	}
	set("aws:PrincipalIsAWSService", map[bool]string{true: "true", false: "false"}[who.kind == serviceCaller])
	switch who.kind {
	case anonymous:
		set("aws:PrincipalType", "Anonymous")
		set("aws:PrincipalAccount", "anonymous")
	case serviceCaller:
		set("aws:PrincipalServiceName", who.text)
	case rootCaller:
		set("aws:PrincipalType", "Account")
	case userCaller:
		set("aws:PrincipalType", "User")
		set("aws:username", who.name)
	case roleCaller, sessionCaller:
		set("aws:PrincipalType", "AssumedRole")
	case federatedUserCaller:
		set("aws:PrincipalType", "FederatedUser")
	}
	if who.account != "" && who.kind != federatedCaller {
		set("aws:PrincipalAccount", who.account)
		set("aws:PrincipalArn", principalARN(who))
	}
	if account := resourceAccount(r, who); account != "" {
		set("aws:ResourceAccount", account)
	}
	return &full
}

// principalARN returns what aws:PrincipalArn holds: of a session, the ARN of
// the role. Its path is not in the session's ARN.
func principalARN(who caller) string {
	if who.kind == sessionCaller {
		return "arn:" + who.partition + ":iam::" + who.account + ":role/" + who.name
	}
	return who.text
}

// resourceAccount returns the account that the resource is in.
func resourceAccount(r *Request, who caller) string {
	for key, values := range r.Context {
		if strings.EqualFold(key, "aws:ResourceAccount") && len(values) == 1 {
			return values[0]
		}
	}
	if f := arnFields(r.Resource); f != nil && f[4] != "" {
		return f[4]
	}
	return who.account
}
