package access_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

const (
	anna      = "arn:aws:iam::111122223333:user/anna"
	deploy    = "arn:aws:iam::111122223333:role/deploy"
	run       = "arn:aws:sts::111122223333:assumed-role/deploy/run-1"
	root      = "arn:aws:iam::111122223333:root"
	stranger  = "arn:aws:iam::444455556666:user/eve"
	key       = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d"
	allowAll  = `{"Effect": "Allow", "Action": "*", "Resource": "*"}`
	allowRead = `{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}`
	allowEC2  = `{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}`
	denyRead  = `{"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"}`
)

// grants returns a statement of a resource policy.
func grants(principal string) string {
	return `{"Effect": "Allow", "Principal": ` + principal + `, "Action": ["s3:GetObject", "kms:Decrypt"], "Resource": "*"}`
}

func aws(arn string) string { return `{"AWS": "` + arn + `"}` }

// trusts returns a statement of a trust policy.
func trusts(principal string) string {
	return `{"Effect": "Allow", "Principal": ` + principal + `, "Action": "sts:AssumeRole"}`
}

const read, object = "s3:GetObject", bucket + "/x"

type layers struct{ identity, boundary, session, scp, rcp, endpoint, resource []string }

func list(s ...string) []string { return s }

var evaluateTests = []struct {
	name                        string
	principal, action, resource string
	layers                      layers
	want                        access.Verdict
	lacks                       access.Layer
}{
	{"identity allows", anna, read, object, layers{identity: list(allowRead)}, access.Allowed, ""},
	{"nothing allows", anna, read, object, layers{}, access.ImplicitDeny, "identity"},
	{"identity denies", anna, read, object, layers{identity: list(allowAll, denyRead)}, access.ExplicitDeny, ""},

	{"boundary lacks", anna, read, object, layers{identity: list(allowRead), boundary: list(allowEC2)}, access.ImplicitDeny, "boundary"},
	{"boundary alone", anna, read, object, layers{boundary: list(allowAll)}, access.ImplicitDeny, "identity"},
	{"session lacks", run, read, object, layers{identity: list(allowRead), session: list(allowEC2)}, access.ImplicitDeny, "session"},
	{"session of a user does not count", anna, read, object, layers{identity: list(allowRead), session: list(allowEC2)}, access.Allowed, ""},
	{"scp lacks", anna, read, object, layers{identity: list(allowAll), scp: list(allowEC2)}, access.ImplicitDeny, "scp"},
	{"scp denies", anna, read, object, layers{identity: list(allowAll), scp: list(allowAll, denyRead)}, access.ExplicitDeny, ""},
	{"scp of root user", root, read, object, layers{scp: list(allowEC2)}, access.ImplicitDeny, "scp"},
	{"scp and service-linked role", "arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForBackup/x", read, object, layers{identity: list(allowAll), scp: list(allowEC2)}, access.Allowed, ""},
	{"rcp denies", anna, read, object, layers{identity: list(allowAll), rcp: list(`{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}`, `{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}`)}, access.ExplicitDeny, ""},
	{"endpoint lacks", anna, read, object, layers{identity: list(allowAll), endpoint: list(grants(aws("444455556666")))}, access.ImplicitDeny, "endpoint"},
	{"root user", root, read, object, layers{}, access.Allowed, ""},

	// How a resource policy names the caller decides what limits it.
	{"user named", anna, read, object, layers{resource: list(grants(aws(anna)))}, access.Allowed, ""},
	{"user named, beyond boundary", anna, read, object, layers{resource: list(grants(aws(anna))), boundary: list(allowEC2)}, access.Allowed, ""},
	{"everyone, beyond boundary", anna, read, object, layers{resource: list(grants(`"*"`)), boundary: list(allowEC2)}, access.Allowed, ""},
	{"session named, beyond session policy", run, read, object, layers{resource: list(grants(aws(run))), session: list(allowEC2)}, access.Allowed, ""},
	{"role named", run, read, object, layers{resource: list(grants(aws(deploy)))}, access.Allowed, ""},
	{"role named, boundary lacks", run, read, object, layers{resource: list(grants(aws(deploy))), boundary: list(allowEC2)}, access.ImplicitDeny, "boundary"},
	{"role as such is limited", deploy, read, object, layers{resource: list(grants(aws(deploy))), boundary: list(allowEC2)}, access.ImplicitDeny, "boundary"},
	{"one session is not the role", deploy, read, object, layers{resource: list(grants(aws(run)))}, access.ImplicitDeny, "identity"},
	{"account named only delegates", anna, read, object, layers{resource: list(grants(aws("111122223333")))}, access.ImplicitDeny, "identity"},
	{"account named and identity allows", anna, read, object, layers{identity: list(allowRead), resource: list(grants(aws(root)))}, access.Allowed, ""},
	{"boundary and NotPrincipal", anna, read, object, layers{identity: list(allowRead), boundary: list(allowAll), resource: list(`{"Effect": "Deny", "NotPrincipal": {"AWS": ["` + anna + `", "` + root + `"]}, "Action": "s3:*", "Resource": "*"}`)}, access.ExplicitDeny, ""},
	{"NotPrincipal spares", anna, read, object, layers{identity: list(allowRead), resource: list(`{"Effect": "Deny", "NotPrincipal": {"AWS": ["` + anna + `", "` + root + `"]}, "Action": "s3:*", "Resource": "*"}`)}, access.Allowed, ""},

	// Another account needs both sides.
	{"foreign, resource alone", stranger, read, object, layers{resource: list(grants(aws(stranger)))}, access.ImplicitDeny, "identity"},
	{"foreign, identity alone", stranger, read, object, layers{identity: list(allowAll)}, access.ImplicitDeny, "resource"},
	{"foreign, both", stranger, read, object, layers{identity: list(allowAll), resource: list(grants(aws("444455556666")))}, access.Allowed, ""},
	{"foreign, boundary", stranger, read, object, layers{identity: list(allowAll), boundary: list(allowEC2), resource: list(grants(aws(stranger)))}, access.ImplicitDeny, "boundary"},

	// A KMS key lets in nobody whom its policy does not.
	{"key, delegated", anna, "kms:Decrypt", key, layers{identity: list(allowAll), resource: list(grants(aws(root)))}, access.Allowed, ""},
	{"key, not delegated", anna, "kms:Decrypt", key, layers{identity: list(allowAll), resource: list(grants(aws(deploy)))}, access.ImplicitDeny, "resource"},
	{"key, named", anna, "kms:Decrypt", key, layers{resource: list(grants(aws(anna)))}, access.Allowed, ""},
	{"key, policy not known", anna, "kms:Decrypt", key, layers{identity: list(allowAll)}, access.Undecided, ""},

	// Roles.
	{"assume, account trusted", anna, "sts:AssumeRole", deploy, layers{resource: list(trusts(aws(root)))}, access.ImplicitDeny, "identity"},
	{"assume, account trusted and allowed", anna, "sts:AssumeRole", deploy, layers{identity: list(allowAll), resource: list(trusts(aws(root)))}, access.Allowed, ""},
	{"assume, user trusted", anna, "sts:AssumeRole", deploy, layers{resource: list(trusts(aws(anna)))}, access.Allowed, ""},
	{"assume, not trusted", anna, "sts:AssumeRole", deploy, layers{identity: list(allowAll), resource: list(trusts(aws(run)))}, access.ImplicitDeny, "trust"},
	{"assume, service", "lambda.amazonaws.com", "sts:AssumeRole", deploy, layers{resource: list(trusts(`{"Service": "lambda.amazonaws.com"}`))}, access.Allowed, ""},
	{"assume, other service", "ec2.amazonaws.com", "sts:AssumeRole", deploy, layers{resource: list(trusts(`{"Service": "lambda.amazonaws.com"}`))}, access.ImplicitDeny, "trust"},

	// Callers without identity policies.
	{"anonymous", "*", read, object, layers{resource: list(grants(`"*"`))}, access.Allowed, ""},
	{"anonymous, not everyone", "*", read, object, layers{resource: list(grants(aws("111122223333")))}, access.ImplicitDeny, "resource"},
	{"service and scp", "logs.amazonaws.com", read, object, layers{scp: list(allowEC2), resource: list(grants(`{"Service": "logs.amazonaws.com"}`))}, access.Allowed, ""},
	{"who am I", anna, "sts:GetCallerIdentity", "*", layers{identity: list(`{"Effect": "Deny", "Action": "*", "Resource": "*"}`)}, access.Allowed, ""},
}

// Who gets through which layers. A layer that is not given is not there.
func TestEvaluate(t *testing.T) {
	for _, tt := range evaluateTests {
		t.Run(tt.name, func(t *testing.T) {
			layer := func(list []string) []*policy.Document {
				if list == nil {
					return nil
				}
				return []*policy.Document{statements(t, list...)}
			}
			levels := func(list []string) [][]*policy.Document {
				if list == nil {
					return nil
				}
				return [][]*policy.Document{layer(list)}
			}
			l := tt.layers
			p := &access.Policies{
				Identity: layer(l.identity), Boundary: layer(l.boundary), Session: layer(l.session),
				SCPs: levels(l.scp), RCPs: levels(l.rcp), Endpoint: layer(l.endpoint),
			}
			if l.resource != nil {
				p.Resource = statements(t, l.resource...)
			}
			r := &access.Request{Principal: tt.principal, Action: tt.action, Resource: tt.resource,
				Context: map[string][]string{"aws:ResourceAccount": {"111122223333"}}}
			got := access.Evaluate(p, r)
			want := access.Decision{Verdict: tt.want, Lacks: tt.lacks}
			if tt.lacks == "scp" || tt.lacks == "rcp" {
				want.Level = 1
			}
			if got.Verdict == access.Allowed && len(got.By) == 0 && tt.principal != root && tt.action != "sts:GetCallerIdentity" {
				t.Error("allowed by no statement")
			}
			got.By = nil
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("decision (-want +got):\n%s", diff)
			}
		})
	}
}
