package catalog

import (
	"slices"
	"testing"
)

func TestNearestService(t *testing.T) {
	for prefix, want := range map[string]string{
		"lamda":               "lambda",
		"lambda":              "lambda",
		"lambad":              "lambda", // swapped
		"ec22":                "ec2",
		"dynamo":              "dynamodb",
		"dynamdob":            "dynamodb",
		"cloudfornation":      "cloudformation",
		"CloudWatchs":         "cloudwatch",
		"secretmanager":       "secretsmanager",
		"secrets-manager":     "secretsmanager",
		"elasticloadbalncing": "elasticloadbalancing",
		"s":                   "",
		"zz":                  "",
		"":                    "",
		"amazonaws.com":       "",
	} {
		if got, ok := Default().NearestService(prefix); got != want || ok != (want != "") {
			t.Errorf("the nearest service to %q is %q, %v; want %q", prefix, got, ok, want)
		}
	}
}

func TestNearestAction(t *testing.T) {
	for _, test := range []struct{ service, name, want string }{
		{"s3", "GetObjects", "s3:GetObject"},
		{"S3", "getobject", "s3:GetObject"},
		{"s3", "GetObejct", "s3:GetObject"}, // swapped
		{"s3", "egtObject", "s3:GetObject"}, // at the start
		{"s3", "GetObjetc", "s3:GetObject"}, // at the end
		{"s3", "ListBuckets", "s3:ListBucket"},
		{"iam", "PasRole", "iam:PassRole"},
		{"iam", "PassRoles", "iam:PassRole"},
		{"iam", "GetPolicies", "iam:GetPolicy"}, // a plural is one slip
		{"ec2", "DescribeInstance", "ec2:DescribeInstances"},
		{"lambda", "InvokeFuction", "lambda:InvokeFunction"},
		{"s3", "FetchObject", ""},
		{"s3", "G", ""},
		{"s3", "", ""},
		{"s3", "Get*", ""},
		{"nosuchservice", "GetObject", ""},
	} {
		if got, ok := Default().NearestAction(test.service, test.name); got != test.want || ok != (test.want != "") {
			t.Errorf("the nearest action to %s:%s is %q, %v; want %q", test.service, test.name, got, ok, test.want)
		}
	}
}

// All that are equally near are given, and none that is farther.
func TestNearestSeveral(t *testing.T) {
	got := Default().NearestServices("rxm")
	if want := []string{"ram", "rum"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	got = Default().NearestActions("s3", "GetObjectVersionXcl")
	if want := []string{"s3:GetObjectVersionAcl"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Short words are like too many others.
func TestNearest(t *testing.T) {
	for _, test := range []struct{ word, name, want string }{
		{"abcde", "abcxy", "abcxy"}, {"abcd", "abxy", ""}, {"abcd", "abcx", "abcx"}, {"abc", "abx", "abx"}, {"abc", "axy", ""}, {"ab", "ax", ""}, {"", "a", ""}, {"ab", "AB", "AB"},
		{"policies", "policy", "policy"}, {"policy", "policies", "policies"}, {"policiees", "policy", ""},
	} {
		if got, ok := Nearest(test.word, []string{"something else", test.name}); got != test.want || ok != (test.want != "") {
			t.Errorf("%q is taken for %q, %v; want %q", test.word, got, ok, test.want)
		}
	}
}

// slips counts by trying all ways: what distance computes, without its limit.
func slips(a, b string) int {
	switch {
	case a == "" || b == "":
		return len(a) + len(b)
	case lower(a[0]) == lower(b[0]):
		return slips(a[1:], b[1:])
	}
	least := 1 + min(slips(a[1:], b), slips(a, b[1:]), slips(a[1:], b[1:]))
	if len(a) > 1 && len(b) > 1 && lower(a[0]) == lower(b[1]) && lower(a[1]) == lower(b[0]) {
		least = min(least, 1+slips(a[2:], b[2:]))
	}
	return least
}

func TestDistance(t *testing.T) {
	words := []string{"", "a", "b", "ab", "ba", "abc", "acb", "bca", "abcd", "badc", "abdc", "aabb", "ABcd", "xabcd", "abcdx", "axbxc", "bbbb", "cab"}
	for limit := range 4 {
		n := &nearest{limit: limit}
		for _, a := range words {
			for _, b := range words {
				got, want := n.distance(a, b), slips(a, b)
				if want > limit && got <= limit || want <= limit && got != want {
					t.Errorf("distance of %q and %q up to %d is %d, want %d", a, b, limit, got, want)
				}
			}
		}
	}
}
