package access_test

import (
	"testing"

	"github.com/iamlint/iamlint/access"
)

func TestDecide(t *testing.T) {
	const (
		user      = `{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}`
		account   = `{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}`
		role      = `{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/path/app"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}`
		lambda    = `{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}`
		butAlice  = `{"Effect": "Deny", "NotPrincipal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, "Action": "s3:*", "Resource": "*"}`
		everyone  = `{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}`
		condition = `{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}`
		nothing   = `{"Effect": "allow", "Action": "s3:GetObject", "Resource": "*"}`
	)
	tests := []struct {
		list                        []string
		principal, action, resource string
		want                        access.Verdict
	}{
		{[]string{allow("s3:Get*", "*")}, "", "s3:GetObject", bucket + "/x", access.Allowed},
		{[]string{allow("s3:Get*", "*")}, "", "s3:PutObject", bucket + "/x", access.ImplicitDeny},
		{[]string{allow("s3:*", "*"), deny("!s3:Get*", "*")}, "", "s3:PutObject", bucket + "/x", access.ExplicitDeny},
		{[]string{allow("s3:*", "*"), deny("!s3:Get*", "*")}, "", "s3:GetObject", bucket + "/x", access.Allowed},
		{[]string{allow("s3:*", "arn:aws:s3:::*")}, "", "s3:ListAllMyBuckets", "*", access.ImplicitDeny},
		{[]string{allow("s3:*", "!"+bucket)}, "", "s3:ListAllMyBuckets", "*", access.Allowed},
		{[]string{condition}, "", "s3:GetObject", bucket + "/x", access.ImplicitDeny},
		{[]string{condition}, "", "s3:PutObject", bucket + "/x", access.ImplicitDeny},
		{[]string{condition, deny("*", "*")}, "", "s3:GetObject", bucket + "/x", access.ExplicitDeny},
		{[]string{nothing}, "", "s3:GetObject", bucket + "/x", access.ImplicitDeny},
		{[]string{allow("s3:*", bucket+"/${aws:username}/*")}, "", "s3:GetObject", bucket + "/alice/x", access.ImplicitDeny}, // no user
		{[]string{allow("s3:*", bucket+"/${aws:username,'alice'}/*")}, "", "s3:GetObject", bucket + "/alice/x", access.Allowed},
		{[]string{allow("s3:*", "!"+bucket+"/${aws:username}/*")}, "", "s3:GetObject", bucket + "/alice/x", access.ImplicitDeny},
		{[]string{allow("s3:*", bucket+"/${aws:username}/*")}, "", "s3:GetObject", "arn:aws:s3:::c/alice/x", access.ImplicitDeny},

		{[]string{user}, "arn:aws:iam::111122223333:user/alice", "s3:GetObject", bucket + "/x", access.Allowed},
		{[]string{user}, "arn:aws:iam::111122223333:user/bob", "s3:GetObject", bucket + "/x", access.ImplicitDeny},
		{[]string{account}, "arn:aws:iam::111122223333:user/bob", "s3:GetObject", bucket + "/x", access.Allowed},
		{[]string{account}, "arn:aws:iam::444455556666:user/bob", "s3:GetObject", bucket + "/x", access.ImplicitDeny},
		{[]string{role}, "arn:aws:sts::111122223333:assumed-role/app/session", "s3:GetObject", bucket + "/x", access.Allowed},
		{[]string{role}, "arn:aws:sts::111122223333:assumed-role/ap/session", "s3:GetObject", bucket + "/x", access.ImplicitDeny},
		{[]string{lambda}, "lambda.amazonaws.com", "s3:GetObject", bucket + "/x", access.Allowed},
		{[]string{lambda}, "*", "s3:GetObject", bucket + "/x", access.ImplicitDeny},
		{[]string{everyone}, "*", "s3:GetObject", bucket + "/x", access.Allowed},
		{[]string{everyone, butAlice}, "arn:aws:iam::111122223333:user/bob", "s3:GetObject", bucket + "/x", access.Undecided},
		{[]string{everyone}, "", "s3:GetObject", bucket + "/x", access.Undecided}, // by whom?
	}
	for _, tt := range tests {
		d := statements(t, tt.list...)
		request := &access.Request{Principal: tt.principal, Action: tt.action, Resource: tt.resource}
		if got := access.Decide(d, request); got != tt.want {
			t.Errorf("%s %s on %s is %v by %v, want %v", tt.principal, tt.action, tt.resource, got, tt.list, tt.want)
		}
	}
}

// Variables have the values that the request gives them.
func TestDecideVariables(t *testing.T) {
	d := statements(t, allow("s3:*", bucket+"/${aws:username}/*"))
	request := &access.Request{Action: "s3:GetObject", Resource: bucket + "/alice/x", Context: map[string][]string{"aws:UserName": {"alice"}}}
	if got := access.Decide(d, request); got != access.Allowed {
		t.Errorf("alice in her own folder: %v", got)
	}
	request.Context["aws:UserName"] = []string{"*"} // a value, and no wildcard
	if got := access.Decide(d, request); got != access.ImplicitDeny {
		t.Errorf("* in the folder of alice: %v", got)
	}
}
