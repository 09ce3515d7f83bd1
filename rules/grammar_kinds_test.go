package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/rules"
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

// A policy made to keep these rules busy does not.
func TestHostileGrammar(t *testing.T) {
	const many = 5_000
	var sids, idle []string
	for i := range many {
		sids = append(sids, fmt.Sprintf(`{"Sid": "a-%d", "Effect": "Allow", "Action": "s3:*", "Resource": "*"}`, i))
		idle = append(idle, fmt.Sprintf(`"Bool%d": {}`, i))
	}
	condition := `{"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}, ` +
		strings.Join(idle, ",") + `}}`
	for rule, statements := range map[string]string{"invalid-sid": strings.Join(sids, ","), "empty-condition": condition} {
		t.Run(rule, func(t *testing.T) {
			text := `{"Version": "2012-10-17", "Statement": [` + statements + `]}`
			start := time.Now()
			n := len(newCase(t, rules.Find(rule), []txtar.File{{Name: "policy.json", Data: []byte(text)}}).lint(t).Findings)
			if took := time.Since(start); n != many || took > 10*time.Second {
				t.Errorf("%d findings in %v", n, took)
			}
		})
	}
}
