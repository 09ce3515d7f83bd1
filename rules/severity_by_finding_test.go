package rules_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/rules"
)

// Rules whose findings are not all equally bad.
func TestSeverityByFinding(t *testing.T) {
	const own = "accounts: [\"111122223333\"]\ntrusted_accounts: {\"777788889999\": backup vendor}\n"
	tests := []struct {
		name, rule, config string
		statement          string
		want               string
	}{
		{"reading a bucket", "public-principal", "",
			`"Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"`, "security high"},
		{"the worst action counts", "public-principal", "",
			`"Principal": "*", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::b/*"`, "security critical"},
		{"not one that is impossible", "public-principal", "",
			`"Principal": "*", "Action": ["s3:ListBucket", "s3:PutObject"], "Resource": "arn:aws:s3:::b"`, "security medium"},
		{"an API", "public-principal", "",
			`"Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*"`, "security info"},
		{"not bound", "public-principal-weak-condition", "",
			`"Principal": "*", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:q",
			"Condition": {"StringLike": {"aws:UserAgent": "ours*"}}`, "security high"},
		{"everyone else", "allow-not-principal", "",
			`"NotPrincipal": {"AWS": "111122223333"}, "Action": "sqs:*", "Resource": "arn:aws:sqs:eu-west-1:111122223333:q"`, "security critical"},
		{"everyone else of an organization", "allow-not-principal", "",
			`"NotPrincipal": {"AWS": "111122223333"}, "Action": "sqs:*", "Resource": "arn:aws:sqs:eu-west-1:111122223333:q",
			"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}`, "security medium"},
		{"anyone's role", "trust-any-principal", "", `"Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"`, "security critical"},
		{"with an external id", "trust-any-principal", "", `"Principal": {"AWS": "*"}, "Action": "sts:AssumeRole",
			"Condition": {"StringEquals": {"sts:ExternalId": "d3b07384"}}`, "security high"},
		{"whose account is not known", "trust-account-root", "",
			`"Principal": {"AWS": "444455556666"}, "Action": "sts:AssumeRole"`, "security low"},
		{"own account", "trust-account-root", own,
			`"Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"`, "security low"},
		{"trusted account", "trust-account-root", own,
			`"Principal": {"AWS": "777788889999"}, "Action": "sts:AssumeRole"`, "security low"},
		{"foreign account", "trust-account-root", own,
			`"Principal": {"AWS": "444455556666"}, "Action": "sts:AssumeRole"`, "security medium"},
	}
	for _, tt := range tests {
		t.Run(tt.rule+"/"+tt.name, func(t *testing.T) {
			files := []txtar.File{{Name: "p.json", Data: []byte(`{"Version": "2012-10-17", "Statement": {"Effect": "Allow", ` + tt.statement + `}}`)}}
			if tt.config != "" {
				files = append(files, txtar.File{Name: ".iamlint.yaml", Data: []byte(tt.config)})
			}
			if diff := cmp.Diff([]string{tt.want}, severities(t, tt.rule, files)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// How bad an administrator is depends on who it is.
func TestSeverityOfAdministrators(t *testing.T) {
	const attachment = `
resource "aws_iam_%[1]s" "x" {
  name = "x"
  assume_role_policy = "{}"
}
resource "aws_iam_%[1]s_policy_attachment" "x" {
  %[1]s      = aws_iam_%[1]s.x.name
  policy_arn = "arn:aws:iam::aws:policy/%[2]s"
}`
	tests := []struct{ identity, policy, want string }{
		{"user", "AdministratorAccess", "security critical"},
		{"group", "AdministratorAccess", "security critical"},
		{"role", "AdministratorAccess", "security high"},
		{"user", "IAMFullAccess", "security high"},
		{"role", "PowerUserAccess", "security medium"},
	}
	for _, tt := range tests {
		t.Run(tt.identity+"/"+tt.policy, func(t *testing.T) {
			files := []txtar.File{{Name: "main.tf", Data: fmt.Appendf(nil, attachment, tt.identity, tt.policy)}}
			if diff := cmp.Diff([]string{tt.want}, severities(t, "managed-admin-policy", files)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
	boundary := []txtar.File{{Name: "main.tf", Data: []byte(`resource "aws_iam_user" "x" {
  name                 = "x"
  permissions_boundary = "arn:aws:iam::aws:policy/AdministratorAccess"
}`)}}
	if diff := cmp.Diff([]string{"warning medium"}, severities(t, "managed-admin-policy", boundary)); diff != "" {
		t.Errorf("boundary (-want +got):\n%s", diff)
	}
}

func severities(t *testing.T, rule string, files []txtar.File) []string {
	t.Helper()
	var got []string
	for _, f := range newCase(t, rules.Find(rule), files).lint(t).Findings {
		got = append(got, fmt.Sprintf("%s %s", f.Kind, f.Severity))
	}
	return got
}

// A request that anyone can make proves that a resource is public.
func TestPublicWitness(t *testing.T) {
	c := newCase(t, rules.PublicPrincipal, []txtar.File{{Name: "p.json", Data: []byte(`{"Version": "2012-10-17", "Statement": [
		{"Sid": "A", "Effect": "Allow", "Principal": "*", "Action": ["s3:ListBucket", "s3:Put*"], "Resource": ["arn:aws:s3:::site", "arn:aws:s3:::site/img/*"]},
		{"Sid": "B", "Effect": "Deny", "Principal": "*", "Action": "s3:PutBucket*", "Resource": "arn:aws:s3:::site"}
	]}`)}})
	findings := c.lint(t).Findings
	if len(findings) != 1 {
		t.Fatalf("%d findings, want 1", len(findings))
	}
	w := findings[0].Witness
	if w == nil || w.Principal != "*" || w.Action == "s3:ListBucket" {
		t.Fatalf("witness %v, want a request of anyone to write", w)
	}
	if got := access.Decide(findings[0].Policy, w); got != access.Allowed {
		t.Errorf("%v is %s", *w, got)
	}
}
