package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// UntrustworthyConditionKey reports Allows that rest on what the caller writes
// into the request.
var UntrustworthyConditionKey = &Rule{
	Name: "untrustworthy-condition-key",
	Kind: Security, Severity: Medium,
	Policies: policy.Resource | policy.Trust,
	Doc: `the condition rests on what the caller writes into the request

The referer and the user agent are text that every caller can set to anything. A
condition on them keeps nobody out; a Deny by them stops only those who do not care
to hide. Name principals, or use a condition on the
organization, the account, the VPC endpoint or the address.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringLike": {«"aws:Referer"»: "https://example.com/*"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}
  ]
}
`,
	Run: untrustworthyConditionKey,
}

func untrustworthyConditionKey(pass *Pass) {
	for e := range pass.comparisons() {
		if !isSpoofable(e.name) {
			continue
		}
		switch e.statement.Effect {
		case policy.Allow:
			if !conditionsMayHold(e.statement) && onlySpoofable(e.statement) {
				pass.Reportf(e.statement, e.Variable, "%s is chosen by the caller", e.Variable).Subject = e.Variable.Text()
			}
		case policy.Deny:
			pass.Reportf(e.statement, e.Variable, "%s is chosen by the caller, who can get around this Deny", e.Variable).
				As(Suggestion, 0).Subject = e.Variable.Text()
		}
	}
}

// onlySpoofable says whether every entry is on something that any caller meets.
func onlySpoofable(s *policy.Statement) bool {
	for _, e := range s.Condition.Entries {
		key := strings.ToLower(e.Variable.Text())
		if !isOpenKey(key) || callerKeys[key] != 0 {
			return false
		}
	}
	return true
}
