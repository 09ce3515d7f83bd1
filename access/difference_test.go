package access_test

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

func more(narrow, wide *policy.Document) ([]access.Growth, access.Answer) {
	return access.More(catalog.Default(), access.Grants{Policies: []*policy.Document{narrow}}, access.Grants{Policies: []*policy.Document{wide}})
}

// What a changed policy grants more, with a request that shows it: "" is nothing.
func TestMore(t *testing.T) {
	const tag = `"StringEquals": {"aws:RequestTag/team": "x"}`
	noTag := with(deny("ec2:RunInstances", "*"), `"Null": {"aws:RequestTag/team": "true"}`)
	trust := func(principal, condition string) string {
		s := `{"Effect": "Allow", "Principal": ` + principal + `, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111111111111:q"}`
		if condition != "" {
			s = with(s, condition)
		}
		return s
	}
	object := allow("s3:GetObject", bucket+"/*")
	tests := map[string]struct {
		old, new []string
		want     string
	}{
		"the same":             {[]string{object}, []string{object}, ""},
		"more actions":         {[]string{object}, []string{allow("s3:GetObject*", bucket+"/*")}, "s3:GetObjectAcl arn:aws:s3:::b/example"},
		"everything but":       {[]string{allow("*", "*"), deny("iam:*", "*")}, []string{allow("!iam:*", "*")}, ""},
		"a Deny more":          {[]string{object}, []string{object, deny("s3:*", bucket+"/secret/*")}, ""},
		"a Deny less":          {[]string{allow("s3:*", bucket+"/*"), deny("s3:PutObject", bucket+"/secret/*")}, []string{allow("s3:*", bucket+"/*")}, "s3:PutObject arn:aws:s3:::b/secret/example"},
		"split in two":         {[]string{allow("s3:GetObject s3:PutObject", bucket+"/*")}, []string{object, allow("s3:PutObject", bucket+"/*")}, ""},
		"merged":               {[]string{object, allow("s3:PutObject", bucket+"/*")}, []string{allow("s3:GetObject s3:PutObject", bucket+"/*")}, ""},
		"merged crosswise":     {[]string{object, allow("s3:PutObject", bucket+"/in/*")}, []string{allow("s3:GetObject s3:PutObject", bucket+"/*")}, "s3:PutObject arn:aws:s3:::b/example"},
		"only impossible ones": {[]string{object, allow("s3:ListBucket", bucket)}, []string{allow("s3:GetObject s3:ListBucket", bucket+" "+bucket+"/*")}, ""},
		"a tag that is demanded": {[]string{allow("*", "*"), noTag},
			[]string{with(allow("ec2:RunInstances", "*"), tag)}, ""},
		"a tag that may be absent": {[]string{allow("*", "*"), noTag},
			[]string{with(allow("ec2:RunInstances", "*"), `"StringEqualsIfExists": {"aws:RequestTag/team": "x"}`)}, "ec2:RunInstances"},
		"a condition less": {[]string{with(object, `"Bool": {"aws:SecureTransport": "true"}`)}, []string{object}, "s3:GetObject arn:aws:s3:::b/example map[aws:SecureTransport:[false]]"},
		"a role of an account": {[]string{trust(`{"AWS": "111111111111"}`, "")},
			[]string{trust(`{"AWS": "arn:aws:iam::111111111111:role/r"}`, "")}, ""},
		"anyone of an account": {[]string{trust(`{"AWS": "111111111111"}`, "")},
			[]string{trust(`"*"`, `"StringEquals": {"aws:PrincipalAccount": "111111111111"}`)}, ""},
		"anyone of another account": {[]string{trust(`{"AWS": "111111111111"}`, "")},
			[]string{trust(`"*"`, `"StringEquals": {"aws:PrincipalAccount": "222222222222"}`)}, "arn:aws:iam::222222222222:root sqs:SendMessage"},
		"a service": {[]string{trust(`{"AWS": "111111111111"}`, "")}, []string{trust(`{"Service": "ec2.amazonaws.com"}`, "")}, "ec2.amazonaws.com sqs:SendMessage"},
		"another variable": {[]string{allow("s3:GetObject", bucket+"/${aws:username}/*")}, []string{allow("s3:GetObject", bucket+"/${aws:userid}/*")},
			"s3:GetObject arn:aws:s3:::b/example/example"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			old, new := statements(t, tt.old...), statements(t, tt.new...)
			found, answer := more(old, new)
			if (answer == access.Yes) != (tt.want != "") || answer == access.Unknown {
				t.Fatalf("%v: %+v", answer, found)
			}
			if answer != access.Yes {
				return
			}
			r := found[0].Request
			got := fmt.Sprint(r.Action, " ", r.Resource, " ", r.Context)
			if r.Principal != "" {
				got = r.Principal + " " + got
			}
			if len(got) < len(tt.want) || got[:len(tt.want)] != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

// Names that AWS may add are no access today.
func TestMoreInFuture(t *testing.T) {
	var today []string
	for _, a := range catalog.Default().Expand("s3:GetObject*") {
		today = append(today, a.FullName())
	}
	found, answer := more(statements(t, allow(fmt.Sprint(join2(today)), "*")), statements(t, allow("s3:GetObject*", "*")))
	if answer != access.No || len(found) != 1 || !found[0].Future {
		t.Errorf("%v: %+v", answer, found)
	}
}

func join2(list []string) string {
	text := ""
	for i, s := range list {
		if i > 0 {
			text += " "
		}
		text += s
	}
	return text
}

// A permissions boundary counts on both sides.
func TestMoreWithinBoundary(t *testing.T) {
	doc := func(list ...string) []*policy.Document { return []*policy.Document{statements(t, list...)} }
	all, s3 := doc(allow("*", "*")), doc(allow("s3:*", "*"))
	ec2 := doc(allow("ec2:*", "*"))
	tests := []struct {
		name     string
		old, new access.Grants
		want     access.Answer
	}{
		{"a boundary less", access.Grants{Policies: all, Limit: s3}, access.Grants{Policies: all}, access.Yes},
		{"a boundary more", access.Grants{Policies: all}, access.Grants{Policies: all, Limit: s3}, access.No},
		{"a policy outside the boundary", access.Grants{Policies: ec2, Limit: s3}, access.Grants{Policies: append(ec2, doc(allow("iam:*", "*"))...), Limit: s3}, access.No},
		{"a policy inside it", access.Grants{Policies: ec2, Limit: s3}, access.Grants{Policies: append(ec2, s3...), Limit: s3}, access.Yes},
		{"moved to another policy", access.Grants{Policies: append(ec2, s3...)}, access.Grants{Policies: append(s3, ec2...)}, access.No},
	}
	for _, tt := range tests {
		if _, got := access.More(catalog.Default(), tt.old, tt.new); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Of a control policy that only denies, less is more.
func TestMoreOfSCP(t *testing.T) {
	scp := func(list ...string) *policy.Document {
		d := statements(t, list...)
		d.Kind = policy.SCP
		return d
	}
	old, new := scp(deny("ec2:*", "*"), deny("iam:*", "*")), scp(deny("ec2:*", "*"))
	if _, got := more(old, new); got != access.Yes {
		t.Errorf("a Deny less: %v", got)
	}
	if _, got := more(new, old); got != access.No {
		t.Errorf("a Deny more: %v", got)
	}
}

// A hole is some value: the same stays the same, and another may be more.
func TestMoreWithHoles(t *testing.T) {
	module := func(resource string) *policy.Document {
		return document(t, `data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:GetObject"]
    resources = [`+resource+`]
  }
}
resource "aws_s3_bucket" "a" {}
resource "aws_s3_bucket" "b" {}
variable "arn" {}
`)
	}
	tests := []struct {
		old, new string
		want     access.Answer
	}{
		{`"${aws_s3_bucket.a.arn}/*"`, `"${aws_s3_bucket.a.arn}/*"`, access.No},
		{`"${aws_s3_bucket.a.arn}/*"`, `"${aws_s3_bucket.a.arn}/logs/*"`, access.No},
		{`"${aws_s3_bucket.a.arn}/logs/*"`, `"${aws_s3_bucket.a.arn}/*"`, access.Yes},
		{`"arn:aws:s3:::*"`, `"${aws_s3_bucket.a.arn}/*"`, access.Unknown}, // of another partition, maybe
		{`"*"`, `var.arn`, access.No},
		{`"arn:aws:s3:::a/*"`, `var.arn`, access.Unknown},
		{`var.arn`, `"*"`, access.Unknown},
		{`"${aws_s3_bucket.a.arn}/*"`, `"${aws_s3_bucket.b.arn}/*"`, access.Unknown},
	}
	for _, tt := range tests {
		if found, got := more(module(tt.old), module(tt.new)); got != tt.want {
			t.Errorf("%s to %s: %v, want %v; %+v", tt.old, tt.new, got, tt.want, found)
		}
	}
}

// The laws of more, on random documents.
func TestMoreLaws(t *testing.T) {
	random := rand.New(rand.NewSource(4))
	actions := []string{"s3:GetObject", "s3:*", "s3:Put*", "s3:ListBucket", "sqs:*", "*", "s3:GetObject s3:PutObject", "!s3:*"}
	resources := []string{"*", bucket, bucket + "/*", bucket + "/a*", bucket + "/*b", "!" + bucket + "/a*", "arn:aws:sqs:*:*:q"}
	conditions := []string{"", "", `"Bool": {"aws:SecureTransport": "true"}`, `"StringNotEquals": {"aws:SourceVpce": "vpce-1"}`, `"StringLike": {"aws:SourceVpce": "vpce-*"}`, `"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}`}
	pick := func(list []string) string { return list[random.Intn(len(list))] }
	write := func(effect string) string {
		s := statement(effect, pick(actions), pick(resources))
		if c := pick(conditions); c != "" {
			s = with(s, c)
		}
		return s
	}
	wider, unknown, steps := 0, 0, 0
	no := func(law string, narrow, wide *policy.Document) {
		t.Helper()
		found, answer := more(narrow, wide)
		switch answer {
		case access.Yes:
			t.Fatalf("%s: %+v\n%s\n%s", law, found[0].Request, source(narrow), source(wide))
		case access.Unknown:
			unknown++
		}
		steps++
	}
	for range 400 {
		list := []string{write("Allow"), write("Allow"), write("Deny")}
		a := statements(t, list...)
		with := func(s ...string) *policy.Document {
			return statements(t, append(append([]string(nil), list...), s...)...)
		}
		no("a grants no more than a", a, a)
		no("a with a Deny grants no more than a", a, with(write("Deny")))
		no("a grants no more than a with an Allow", with(write("Allow")), a)
		no("the order of statements does not count", a, statements(t, list[2], list[1], list[0]))
		no("twice is no more than once", a, with(list[0]))
		b := statements(t, write("Allow"), write("Deny"), write("Allow"))
		found, answer := more(a, b)
		for _, g := range found {
			if g.Request == nil {
				continue
			}
			wider++
			if access.Decide(b, g.Request) != access.Allowed || access.Decide(a, g.Request) == access.Allowed {
				t.Fatalf("%+v is no witness", g.Request)
			}
		}
		if answer == access.Unknown {
			unknown++
		}
	}
	t.Logf("%d witnesses, %d of %d unknown", wider, unknown, steps)
	if wider < 200 || unknown > steps/50 {
		t.Error("too little is known")
	}
}
