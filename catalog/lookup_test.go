package catalog

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestService(t *testing.T) {
	c := Default()
	for prefix, want := range map[string]string{
		"s3": "s3", "S3": "s3", "Access-Analyzer": "access-analyzer", "a2c": "a2c", "xray": "xray",
		"": "", "s": "", "s3x": "", "s3:": "", "s3*": "", "*": "", "sumerian": "",
	} {
		got := ""
		if s := c.Service(prefix); s != nil {
			got = s.Prefix()
		}
		if got != want {
			t.Errorf("Service(%q) is %q, want %q", prefix, got, want)
		}
	}
	if name := c.Service("s3").Name(); name != "Amazon S3" {
		t.Errorf("s3 is %q", name)
	}
}

func TestAction(t *testing.T) {
	for name, want := range map[string]string{
		"s3:GetObject": "s3:GetObject", "S3:GETOBJECT": "s3:GetObject", "iam:passrole": "iam:PassRole",
		"apigateway:get": "apigateway:GET", "execute-api:Invoke": "execute-api:Invoke",
		"s3:GetObjects": "", "s3:Get*": "", "s3:": "", "s3": "", "": "", ":GetObject": "", "GetObject": "",
		"s3:GetObject:x": "", " s3:GetObject": "", "s3:GetObject ": "", "nosuchservice:GetObject": "",
	} {
		got := ""
		if a := Default().Action(name); a != nil {
			got = a.FullName()
		}
		if got != want {
			t.Errorf("Action(%q) is %q, want %q", name, got, want)
		}
	}
}

// Names near those that exist must be looked up as rightly as those that do.
func TestActionNearMisses(t *testing.T) {
	s := Default().Service("ec2")
	known := map[string]*Action{}
	actions := s.Actions()
	for i := range actions {
		known[strings.ToLower(actions[i].Name)] = &actions[i]
	}
	for _, a := range actions {
		for i := range a.Name {
			for _, name := range []string{a.Name[:i], a.Name[:i] + "~", a.Name[:i] + "A" + a.Name[i:], strings.ToUpper(a.Name[:i]) + a.Name[i+1:], a.Name[:i] + "\x00" + a.Name[i+1:]} {
				if got, want := s.Action(name), known[strings.ToLower(name)]; got != want {
					t.Fatalf("Action(%q) = %v, want %v", name, got, want)
				}
			}
		}
	}
}

func TestResourceType(t *testing.T) {
	s := Default().Service("secretsmanager")
	if r := s.ResourceType("secret"); r == nil || r.Name != "Secret" {
		t.Errorf("the type secret of secretsmanager is %v", r)
	}
	if r := s.ResourceType("secrets"); r != nil {
		t.Errorf("secretsmanager has the type %q", r.Name)
	}
}

func TestLevel(t *testing.T) {
	l := PermissionsManagement | Write
	if !l.Has(Write) || !l.Has(Write|PermissionsManagement) || l.Has(Write|Tagging) || l.Has(Read) {
		t.Errorf("%v has what it should not, or lacks what it has", l)
	}
	for l, want := range map[Level]string{
		Read: "Read", List: "List", Tagging | Write: "Tagging, Write", PermissionsManagement | Write: "Permissions management, Write", 0: "",
	} {
		if l.String() != want {
			t.Errorf("%d is %q, want %q", l, l, want)
		}
	}
}

func names(list []*Action) string {
	var all []string
	for _, a := range list {
		all = append(all, a.FullName())
	}
	return strings.Join(all, " ")
}

func TestExpand(t *testing.T) {
	for pattern, want := range map[string]string{
		"s3:GetObject":            "s3:GetObject",
		"S3:getobject":            "s3:GetObject",
		"s3:GetObject?":           "",
		"s3:GetBucketPolicy*":     "s3:GetBucketPolicy s3:GetBucketPolicyStatus",
		"s3:GetBucketPolicy?*":    "s3:GetBucketPolicyStatus",
		"ec2:?escribeRegions":     "ec2:DescribeRegions",
		"iam:*Role?olicy":         "iam:AttachRolePolicy iam:DeleteRolePolicy iam:DetachRolePolicy iam:GetRolePolicy iam:PutRolePolicy iam:UpdateAssumeRolePolicy",
		"iam:*roLE?oLICY":         "iam:AttachRolePolicy iam:DeleteRolePolicy iam:DetachRolePolicy iam:GetRolePolicy iam:PutRolePolicy iam:UpdateAssumeRolePolicy",
		"sts:Get****Identity":     "sts:GetCallerIdentity",
		"execute-ap?:Invoke":      "execute-api:Invoke",
		"*-api:Invoke":            "execute-api:Invoke",
		"rds*:connect":            "rds-db:connect",
		"*:GetCallerIdentity":     "sts:GetCallerIdentity",
		"s?s:GetCallerIdentity":   "sts:GetCallerIdentity",
		"**:getcalleridentity":    "sts:GetCallerIdentity",
		"s3:":                     "",
		"s3":                      "",
		"":                        "",
		":":                       "",
		"*:":                      "",
		"?":                       "",
		"**GetCallerIdentity":     "", // no colon
		"s3:Get:Object":           "",
		"nosuchservice:*":         "",
		"s3:NoSuch*":              "",
		"sts:GetCallerIdentity[]": "",
	} {
		list := Default().Expand(pattern)
		if got := names(list); got != want {
			t.Errorf("%q expands to %q, want %q", pattern, got, want)
		}
		if Default().ExpandsToAny(pattern) != (len(list) > 0) {
			t.Errorf("%q: ExpandsToAny disagrees with Expand", pattern)
		}
	}
}

// Whole services, and everything.
func TestExpandMany(t *testing.T) {
	c := Default()
	s3 := c.Service("s3")
	_, all := c.Count()
	for pattern, want := range map[string]int{
		"s3:*": s3.Count(), "S3:**": s3.Count(), "s?:*": 0,
		"*": all, "**": all, "*:*": all, "?*:?*": all, "*:*?*": all,
	} {
		if pattern == "s?:*" {
			for _, p := range c.Prefixes() {
				if len(p) == 2 && p[0] == 's' {
					want += c.Service(p).Count()
				}
			}
		}
		list := c.Expand(pattern)
		if len(list) != want {
			t.Errorf("%q expands to %d actions, want %d", pattern, len(list), want)
		}
		for i := 1; i < len(list); i++ {
			a, b := list[i-1], list[i]
			if d := compareFold(a.Service().Prefix(), b.Service().Prefix()); d > 0 || d == 0 && compareFold(a.Name, b.Name) >= 0 {
				t.Errorf("%q: %s comes before %s", pattern, a.FullName(), b.FullName())
				break
			}
		}
	}
	gets := c.Expand("s3:Get*")
	for _, a := range gets {
		if !strings.HasPrefix(a.Name, "Get") {
			t.Errorf("s3:Get* expands to %s", a.FullName())
		}
	}
	if len(gets) < 50 || names(gets) != names(s3.Match("GET*")) {
		t.Errorf("s3:Get* expands to %d actions, and differs from Match: %s", len(gets), cmp.Diff(names(gets), names(s3.Match("GET*"))))
	}
}

func TestAppendExpand(t *testing.T) {
	list := Default().AppendExpand(Default().Expand("sts:GetCallerIdentity"), "iam:PassRole")
	if got := names(list); got != "sts:GetCallerIdentity iam:PassRole" {
		t.Errorf("got %q", got)
	}
}
