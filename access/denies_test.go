package access_test

import (
	"slices"
	"testing"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
)

const bucket = "arn:aws:s3:::b"

// The first statement is an Allow; want are the ones that shadow it.
func TestShadow(t *testing.T) {
	const mfa = `, "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}`
	tests := map[string]struct {
		list []string
		want []int
	}{
		"by one":          {[]string{allow("s3:Get*", bucket+"/*"), deny("s3:*", "*")}, []int{1}},
		"not all actions": {[]string{allow("s3:Get* s3:PutObject", "*"), deny("s3:Get*", "*")}, nil},
		"not all of it":   {[]string{allow("s3:Get*", "*"), deny("s3:Get*", bucket)}, nil},
		"by two, actions": {[]string{allow("s3:GetObject s3:PutObject", "*"), deny("s3:Get*", "*"), deny("s3:Put*", "*")}, []int{1, 2}},
		"by two, crosswise": {[]string{allow("s3:GetObject", bucket+"/a "+bucket+"/b"), deny("s3:Get*", bucket+"/a"), deny("s3:*", bucket+"/b")},
			[]int{1, 2}},
		"only two of three": {[]string{allow("s3:GetObject s3:PutObject", "*"), deny("s3:Get*", "*"), deny("ec2:*", "*"), deny("s3:Put*", "*")},
			[]int{1, 3}},
		"crosswise, but for one": {[]string{allow("s3:GetObject s3:PutObject", bucket+"/a "+bucket+"/b"), deny("s3:Get*", bucket+"/a"), deny("s3:*", bucket+"/b")},
			nil},
		"by a complement":                        {[]string{allow("s3:GetObject", "*"), deny("!ec2:*", "*")}, []int{1}},
		"by a complement and what it leaves out": {[]string{allow("*", "*"), deny("!ec2:*", "*"), deny("ec2:*", "*")}, []int{1, 2}},
		"by a complement, less":                  {[]string{allow("*", "*"), deny("!ec2:*", "*"), deny("ec2:Run*", "*")}, nil},
		"by a complement of resources":           {[]string{allow("s3:*", "arn:aws:s3:::c/*"), deny("s3:*", "!"+bucket+"/*")}, []int{1}},
		"in the complement":                      {[]string{allow("s3:*", bucket+"/a*"), deny("s3:*", "!"+bucket+"/*")}, nil},
		"complements on both sides":              {[]string{allow("!iam:*", "*"), deny("!iam:* sts:*", "*"), deny("sts:*", "*")}, []int{1, 2}},
		"complements, less":                      {[]string{allow("!iam:*", "*"), deny("!iam:* sts:*", "*")}, nil},
		"resources of two by a prefix":           {[]string{allow("s3:GetObject", bucket+"/?*"), deny("s3:*", bucket+"/a*"), deny("s3:*", "!"+bucket+"/a*")}, []int{1, 2}},
		"condition on the Deny":                  {[]string{allow("s3:*", "*"), deny("s3:*", "*")[:len(deny("s3:*", "*"))-1] + mfa}, nil},
		"condition on the Allow":                 {[]string{allow("s3:*", "*")[:len(allow("s3:*", "*"))-1] + mfa, deny("s3:*", "*")}, []int{1}},
		"variable":                               {[]string{allow("s3:*", bucket+"/${aws:username}/*"), deny("s3:*", bucket+"/*")}, []int{1}},
		"same variable":                          {[]string{allow("s3:*", bucket+"/${aws:username}/x"), deny("s3:*", bucket+"/${aws:username}/*")}, []int{1}},
		"maybe the variable": {[]string{allow("s3:*", bucket+"/alice"), deny("s3:*", bucket+"/${aws:username}")},
			nil},
		"maybe not the complement": {[]string{allow("s3:*", bucket+"/alice"), deny("s3:*", "!"+bucket+"/${aws:username}")},
			nil},
		"variable in the complement, maybe without value": {[]string{allow("s3:*", bucket+"/alice"), deny("s3:*", "!arn:aws:s3:::c/${aws:username}")},
			nil},
		"variable in the complement, with a default": {[]string{allow("s3:*", bucket+"/alice"), deny("s3:*", "!arn:aws:s3:::c/${aws:username,'x'}")},
			[]int{1}},
		"variable, maybe in the complement": {[]string{allow("s3:*", bucket+"/${aws:username}"), deny("s3:*", "!"+bucket+"/alice")},
			nil},
		"short ARN":      {[]string{allow("s3:*", bucket), deny("s3:*", "arn:aws:s3")}, nil},
		"not the star":   {[]string{allow("s3:*", "*"), deny("s3:*", "arn:*:*:*:*:*")}, nil},
		"case of action": {[]string{allow("S3:getobject", bucket), deny("s3:GetObject", bucket)}, []int{1}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := statements(t, tt.list...)
			var got []int
			for _, s := range access.NewAnalysis(catalog.Default(), d).Shadow(d.Statements[0]) {
				got = append(got, s.Index)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("shadowed by %v, want %v", got, tt.want)
			}
		})
	}
}

func TestShadowPrincipals(t *testing.T) {
	const rest = `"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}`
	with := func(effect, principal string) string {
		return `{"Effect": "` + effect + `", ` + principal + ", " + rest
	}
	const (
		alice  = `"Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}`
		both   = `"Principal": {"AWS": ["arn:aws:iam::111122223333:user/bob", "arn:aws:iam::111122223333:user/alice"]}`
		star   = `"Principal": "*"`
		aws    = `"Principal": {"AWS": "*"}`
		lambda = `"Principal": {"Service": "lambda.amazonaws.com"}`
		not    = `"NotPrincipal": {"AWS": "arn:aws:iam::111122223333:user/alice"}`

		account = `"Principal": {"AWS": "111122223333"}`
		root    = `"Principal": {"AWS": "arn:aws:iam::111122223333:root"}`
		other   = `"Principal": {"AWS": "444455556666"}`
		role    = `"Principal": {"AWS": "arn:aws:iam::111122223333:role/ci/app"}`
		session = `"Principal": {"AWS": "arn:aws:sts::111122223333:assumed-role/app/i-1"}`
	)
	tests := []struct {
		allow, deny string
		want        bool
	}{
		{alice, alice, true}, {alice, both, true}, {both, alice, false}, {alice, star, true}, {alice, aws, true},
		{star, aws, true}, {aws, star, true}, {star, alice, false}, {lambda, star, true}, {lambda, aws, true},
		{lambda, lambda, true}, {alice, lambda, false}, {alice, not, false}, {not, star, true}, {not, aws, true},
		{account, root, true}, {root, account, true}, {alice, account, true}, {session, root, true}, {session, role, true},
		{alice, other, false}, {account, other, false}, {account, alice, false}, {role, session, false}, {lambda, account, false},
	}
	for _, tt := range tests {
		d := statements(t, with("Allow", tt.allow), with("Deny", tt.deny))
		if got := access.NewAnalysis(catalog.Default(), d).Shadow(d.Statements[0]) != nil; got != tt.want {
			t.Errorf("%s shadowed by %s: %v, want %v", tt.allow, tt.deny, got, tt.want)
		}
	}
}

// Where a hole may be anything, nothing is certain of it but that it is itself.
func TestShadowHoles(t *testing.T) {
	tests := []struct {
		deny string
		want bool
	}{
		{`resources = ["${var.bucket}/*"]`, true},
		{`resources = ["${var.other}/*"]`, false},
		{`resources = ["arn:aws:s3:::*"]`, false},
		{`not_resources = ["arn:aws:s3:::public/*"]`, false},
		{`resources = var.resources`, false},
		{`resources = concat(["${var.bucket}/*"], var.resources)`, true},
		{`not_resources = var.resources`, false},
		{`resources = ["*"]`, true},
	}
	for _, tt := range tests {
		d := document(t, `data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${var.bucket}/a/*"]
  }
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    `+tt.deny+`
  }
}
variable "bucket" {}
variable "other" {}
variable "resources" {}
`)
		if got := access.NewAnalysis(catalog.Default(), d).Shadow(d.Statements[0]) != nil; got != tt.want {
			t.Errorf("shadowed by %s: %v, want %v", tt.deny, got, tt.want)
		}
	}
}

// A shadowed Allow never lets a request through, and one that is not shadowed
// lets one through, among all that a small world has.
func TestShadowAgainstRequests(t *testing.T) {
	actions := []string{"s3:a", "s3:b", "s3:ab", "s3:x", "s3:xx", "ec2:a", "rds:a"}
	resources := []string{bucket, bucket + "/a", bucket + "/b", bucket + "/ab", bucket + "/x", bucket + "/xx", bucket + "/ax", bucket + "x", "arn:aws:sqs:::q", "arn:aws:sns:::t", "*"}
	random := newChooser(3)
	shadowed := 0
	for range 1000 {
		some := func(effect string) string {
			return statement(effect,
				random.some("*", "s3:*", "s3:a*", "s3:?", "s3:b", "ec2:*", "s3:??*"),
				random.some("*", bucket+"*", bucket+"/*", bucket+"/a*", bucket+"/?", bucket, "arn:aws:sqs:*:*:*"))
		}
		d := statements(t, some("Allow"), some("Deny"), some("Deny"), some("Deny"))
		through, any := false, false
		for _, a := range actions {
			for _, r := range resources {
				request := &access.Request{Action: a, Resource: r}
				through = through || access.Decide(d, request) == access.Allowed
				alone := *d
				alone.Statements = d.Statements[:1]
				any = any || access.Decide(&alone, request) == access.Allowed
			}
		}
		by := access.NewAnalysis(catalog.Default(), d).Shadow(d.Statements[0])
		if through && by != nil {
			t.Fatalf("shadowed, but a request gets through:\n%s", source(d))
		}
		if by != nil {
			shadowed++
		}
		if !through && any && by == nil {
			t.Fatalf("not shadowed, but no request gets through:\n%s", source(d))
		}
	}
	if shadowed < 50 {
		t.Errorf("only %d were shadowed: the test tests little", shadowed)
	}
}
