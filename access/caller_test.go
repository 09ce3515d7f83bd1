package access

import "testing"

func TestNaming(t *testing.T) {
	const (
		user    = "arn:aws:iam::111122223333:user/staff/anna"
		role    = "arn:aws:iam::111122223333:role/ci/deploy"
		session = "arn:aws:sts::111122223333:assumed-role/deploy/run-1"
		root    = "arn:aws:iam::111122223333:root"
		oidc    = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
	)
	tests := []struct {
		caller, kind, value string
		want                naming
	}{
		{user, "AWS", user, namedExactly},
		{user, "AWS", "arn:aws:iam::111122223333:user/anna", namedNot},
		{user, "AWS", "*", namedAny},
		{user, "AWS", "111122223333", namedAccount},
		{user, "AWS", root, namedAccount},
		{user, "AWS", "444455556666", namedNot},
		{user, "AWS", "arn:aws-cn:iam::111122223333:user/staff/anna", namedNot},
		{session, "AWS", session, namedExactly},
		{session, "AWS", role, namedRole},
		{session, "AWS", "arn:aws:iam::111122223333:role/DEPLOY", namedRole},
		{session, "AWS", "arn:aws:iam::111122223333:role/deploy-2", namedNot},
		{session, "AWS", "arn:aws:sts::111122223333:assumed-role/deploy/run-2", namedNot},
		{session, "AWS", root, namedAccount},
		{role, "AWS", role, namedRole},
		{role, "AWS", session, namedNot},
		{"arn:aws:sts::111122223333:federated-user/anna", "AWS", user, namedUser},
		{root, "AWS", root, namedAccount},
		{"*", "AWS", "*", namedAny},
		{"*", "AWS", "111122223333", namedNot},
		{"lambda.amazonaws.com", "Service", "lambda.amazonaws.com", namedExactly},
		{"lambda.amazonaws.com", "Service", "*", namedNot},
		{"lambda.amazonaws.com", "AWS", "*", namedAny},
		{oidc, "Federated", oidc, namedExactly},
		{oidc, "AWS", root, namedNot},
		{"accounts.google.com", "Federated", "accounts.google.com", namedExactly},
	}
	for _, tt := range tests {
		c, ok := parseCaller(tt.caller)
		if !ok {
			t.Errorf("%s is no caller", tt.caller)
		}
		if got := c.named(tt.kind, tt.value); got != tt.want {
			t.Errorf("%s is named by %s %s: %d, want %d", tt.caller, tt.kind, tt.value, got, tt.want)
		}
	}
}

func TestNoCaller(t *testing.T) {
	for _, text := range []string{
		"", "anna", "111122223333", "arn:aws:iam::111122223333:group/admins", "arn:aws:s3:::b",
		"arn:aws:iam::111122223333:role/", "*.amazonaws.com",
	} {
		if c, ok := parseCaller(text); ok {
			t.Errorf("%q is a caller: %+v", text, c)
		}
	}
}
