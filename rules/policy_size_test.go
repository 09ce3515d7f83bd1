package rules_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/policy"
)

// The size of a policy is that of its text without white space.
func TestPolicySize(t *testing.T) {
	fill := `"` + strings.Repeat("x", 700) + `"`
	for name, text := range map[string]string{
		"single":      `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": ` + fill + `}}`,
		"lists":       `{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": ["s3:*", "a:b"], "Resource": [` + fill + `]}]}`,
		"two":         `{"Statement": [{"Sid": "a b", "Effect": "Allow", "NotAction": [], "NotResource": "*"}, {"Effect": "Deny", "Action": "s3:*", "Resource": ` + fill + `}], "Id": "x"}`,
		"escapes":     `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": [` + fill + `, "\"\\ \n\t\u0001é"]}}`,
		"conditions":  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": ` + fill + `, "Condition": {"Bool": {"aws:SecureTransport": true, "aws:ViaAWSService": ["false"]}, "NumericEquals": {"s3:max-keys": [10, 20]}, "Null": {}}}}`,
		"conditions2": `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": ` + fill + `, "Condition": {}}}`,
	} {
		t.Run(name, func(t *testing.T) {
			var compact bytes.Buffer
			if err := json.Compact(&compact, []byte(text)); err != nil {
				t.Fatal(err)
			}
			visible := strings.ReplaceAll(compact.String(), " ", "")
			want := fmt.Sprintf("%d of 1 non-space characters", len([]rune(visible)))
			if got := sizeMessage(t, text); !strings.HasPrefix(strings.ReplaceAll(got, ",", ""), want) {
				t.Errorf("got %q, want %q of\n%s", got, want, visible)
			}
		})
	}
}

// sizeMessage returns what is said of a policy that may have one character.
func sizeMessage(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "policy.json"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	report, err := iamlint.Lint(iamlint.Options{
		Dir: dir, Config: &iamlint.Config{Dir: dir, Quotas: map[policy.Kind]int{policy.Identity: 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		if f.Rule.Name == "policy-too-large" {
			return f.Message
		}
	}
	t.Fatalf("nothing is said of its size in\n%s", listing(report))
	return ""
}
