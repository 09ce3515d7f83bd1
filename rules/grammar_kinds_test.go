package rules_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// Rules of the grammar whose findings differ in kind.
func TestKindsOfGrammarFindings(t *testing.T) {
	const condition = `{"Version": "2012-10-17", "Statement": {"Effect": "%s", "Principal": "*", "Action": "sqs:*",
		"Resource": "*", "Condition": {"%s": {"aws:SourceArn": []}}}}`
	for _, test := range []struct{ rule, policyKind, text, want string }{
		{"empty-condition-values", "resource", fmt.Sprintf(condition, "Allow", "ArnLike"), "warning medium"},
		{"empty-condition-values", "resource", fmt.Sprintf(condition, "Allow", "ArnLikeIfExists"), "security high"},
		{"empty-condition-values", "resource", fmt.Sprintf(condition, "Allow", "ArnNotLike"), "security high"},
		{"empty-condition-values", "resource", fmt.Sprintf(condition, "Deny", "ArnNotLike"), "warning medium"},
		{"empty-condition-values", "vpc-endpoint", fmt.Sprintf(condition, "Allow", "ArnNotLike"), "warning medium"},
		{"unsupported-element", "identity", `{"Version": "2012-10-17", "Id": "x", "Statement": []}`, "warning medium"},
		{"unsupported-element", "identity", `{"Version": "2012-10-17", "Statement": {"Principal": "*"}}`, "error high"},
		{"invalid-version", "rcp", `{"Version": "2008-10-17", "Statement": []}`, "error high"},
	} {
		t.Run(test.rule+"/"+test.policyKind+"/"+test.want, func(t *testing.T) {
			t.Parallel()
			got := severities(t, test.rule, []txtar.File{
				{Name: "policy.json", Data: []byte(test.text)},
				{Name: ".iamlint.yaml", Data: []byte("kinds: {policy.json: " + test.policyKind + "}\n")},
			})
			if diff := cmp.Diff([]string{test.want}, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}
