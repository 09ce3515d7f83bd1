package rules_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// How bad a weak condition is depends on the effect, on what else the statement
// demands, and on what the policy is for.
func TestSeverityOfConditions(t *testing.T) {
	const scp = "kinds: {\"p.json\": scp}\n"
	tests := []struct{ rule, config, effect, condition, want string }{
		{"set-operator-on-single-valued-key", "", "Allow", `"ForAllValues:StringEquals": {"aws:PrincipalTag/a": "b"}`, "security medium"},
		{"set-operator-on-single-valued-key", "", "Allow", `"ForAllValues:StringEquals": {"aws:PrincipalTag/a": "b"}, "StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}`, "security low"},
		{"set-operator-on-single-valued-key", scp, "Allow", `"ForAllValues:StringEquals": {"aws:PrincipalTag/a": "b"}`, "warning medium"},
		{"set-operator-on-single-valued-key", "", "Deny", `"ForAllValues:StringEquals": {"aws:PrincipalTag/a": "b"}`, "warning medium"},
		{"set-operator-on-single-valued-key", "", "Allow", `"ForAnyValue:StringEquals": {"aws:PrincipalTag/a": "b"}`, "suggestion info"},
		{"set-operator-on-single-valued-key", "", "Allow", `"ForAllValues:StringEquals": {"aws:PrincipalAccount": "111122223333"}`, "suggestion info"},
		{"missing-set-operator", "", "Allow", `"StringEquals": {"aws:TagKeys": "a"}`, "error high"},
		{"missing-set-operator", "", "Allow", `"StringEquals": {"kms:EncryptionContextKeys": "a"}`, "warning medium"},
		{"forallvalues-without-null-guard", "", "Allow", `"ForAllValues:StringEquals": {"kms:EncryptionContextKeys": "a"}`, "security medium"},
		{"forallvalues-without-null-guard", "", "Allow", `"ForAllValues:StringEquals": {"lambda:Layer": "a"}`, "security low"},
		{"condition-always-true", "", "Allow", `"StringLike": {"aws:PrincipalAccount": "*"}`, "security high"},
		{"condition-always-true", "", "Allow", `"StringLike": {"aws:PrincipalAccount": "*"}, "StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}`, "security medium"},
		{"condition-always-true", scp, "Allow", `"StringLike": {"aws:PrincipalAccount": "*"}`, "warning medium"},
		{"condition-always-true", "", "Deny", `"StringLike": {"aws:PrincipalAccount": "*"}`, "warning medium"},
		{"sensitive-key-wildcard", "", "Allow", `"StringLike": {"aws:SourceVpc": "vpc-*"}`, "security high"},
		{"sensitive-key-wildcard", "", "Allow", `"StringLike": {"aws:SourceVpc": "vpc-0a*"}`, "security medium"},
		{"network-deny-without-service-exemption", scp, "Deny", `"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}`, "warning medium"},
	}
	for _, tt := range tests {
		text := fmt.Sprintf(`{"Version": "2012-10-17", "Statement": {"Effect": %q, "Action": "kms:Decrypt", "Resource": "*", "Condition": {%s}}}`, tt.effect, tt.condition)
		files := []txtar.File{{Name: "p.json", Data: []byte(text)}}
		if tt.config != "" {
			files = append(files, txtar.File{Name: ".iamlint.yaml", Data: []byte(tt.config)})
		}
		if diff := cmp.Diff([]string{tt.want}, severities(t, tt.rule, files)); diff != "" {
			t.Errorf("%s of %s %s (-want +got):\n%s", tt.rule, tt.effect, tt.condition, diff)
		}
	}
}
