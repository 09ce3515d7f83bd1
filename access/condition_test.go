package access_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/access"
)

const absent = "absent"

var conditionTests = []struct {
	operator, values, request string
	want                      bool
}{
	// Strings.
	{"StringEquals", `"a"`, "a", true},
	{"StringEquals", `"a"`, "A", false},
	{"StringEquals", `["a", "b"]`, "b", true},
	{"StringEquals", `"a*"`, "a*", true},
	{"StringEquals", `"a*"`, "ab", false},
	{"StringEqualsIgnoreCase", `"a"`, "A", true},
	{"StringLike", `"a*"`, "ab", true},
	{"StringLike", `"a?"`, "a", false},
	{"stringlike", `"A*"`, "ab", false},
	{"StringNotEquals", `["a", "b"]`, "b", false},
	{"StringNotEquals", `["a", "b"]`, "c", true},
	{"StringNotLike", `"a*"`, "ba", true},

	// A key that is not there.
	{"StringEquals", `"a"`, absent, false},
	{"StringNotEquals", `"a"`, absent, true},
	{"StringEqualsIfExists", `"a"`, absent, true},
	{"StringEqualsIfExists", `"a"`, "b", false},
	{"Null", `"true"`, absent, true},
	{"NullIfExists", `"true"`, absent, false}, // AWS refuses it
	{"Null", `"false"`, absent, false},
	{"Null", `"true"`, "a", false},
	{"Null", `"false"`, "a", true},
	{"ForAllValues:StringEquals", `"a"`, absent, true},
	{"ForAnyValue:StringEquals", `"a"`, absent, false},
	{"ForAnyValue:StringEqualsIfExists", `"a"`, absent, false},
	{"ForAnyValue:StringNotEquals", `"a"`, absent, false},

	// Keys with several values.
	{"StringEquals", `["a", "b"]`, "a,b", false},
	{"StringNotEquals", `"c"`, "a,b", false},
	{"ForAllValues:StringEquals", `["a", "b", "c"]`, "a,b", true},
	{"ForAllValues:StringEquals", `["a", "c"]`, "a,b", false},
	{"ForAllValues:StringEquals", `"a"`, "", true},
	{"ForAnyValue:StringEquals", `["b", "c"]`, "a,b", true},
	{"ForAnyValue:StringEquals", `"c"`, "a,b", false},
	{"ForAnyValue:StringNotEquals", `"a"`, "a,b", true},
	{"ForAnyValue:StringNotEquals", `["a", "b"]`, "a,b", false},
	{"ForAllValues:StringNotEquals", `"c"`, "a,b", true},

	// An empty list of values.
	{"StringEquals", `[]`, "a", false},
	{"StringNotEquals", `[]`, "a", true},
	{"ForAllValues:StringEquals", `[]`, "a", false},

	// Numbers, dates, booleans, bytes.
	{"NumericEquals", `"10"`, "10.0", true},
	{"NumericEquals", `0.1`, "0.1", true},
	{"NumericLessThan", `"10"`, "9", true},
	{"NumericLessThan", `"10"`, "10", false},
	{"NumericLessThanEquals", `"10"`, "10", true},
	{"NumericGreaterThanEquals", `"-1"`, "-1", true},
	{"NumericNotEquals", `"10"`, "11", true},
	{"NumericNotEquals", `"10"`, "ten", false},
	{"NumericEquals", `"ten"`, "10", false},
	{"DateLessThan", `"2030-01-01T00:00:00Z"`, "2029-12-31T23:59:59Z", true},
	{"DateLessThan", `"2030-01-01T00:00:00+01:00"`, "2029-12-31T23:30:00Z", false},
	{"DateGreaterThan", `"1700000000"`, "2023-11-14T22:13:21Z", true},
	{"DateEquals", `"2023"`, "2023-01-01", true},
	{"DateNotEquals", `"2023-01"`, "soon", false},
	{"Bool", `"true"`, "True", true},
	{"Bool", `true`, "true", true},
	{"Bool", `"true"`, "false", false},
	{"Bool", `"true"`, "yes", false},
	{"BoolIfExists", `"false"`, absent, true},
	{"BinaryEquals", `"QmluYXJ5"`, "QmluYXJ5", true},
	{"BinaryEquals", `"QmluYXJ5"`, "QmluYXJ6", false},

	// Addresses.
	{"IpAddress", `"203.0.113.0/24"`, "203.0.113.9", true},
	{"IpAddress", `"203.0.113.7/24"`, "203.0.113.9", true},
	{"IpAddress", `"203.0.113.7"`, "203.0.113.9", false},
	{"IpAddress", `"0.0.0.0/0"`, "2001:db8::1", false},
	{"NotIpAddress", `"0.0.0.0/0"`, "2001:db8::1", true},
	{"NotIpAddress", `"203.0.113.0/24"`, absent, true},
	{"IpAddress", `"2001:db8::/32"`, "2001:db8::1", true},
	{"NotIpAddress", `"203.0.113.0/24"`, "nowhere", false},

	// ARNs.
	{"ArnLike", `"arn:aws:sns:*:111122223333:orders"`, "arn:aws:sns:eu-west-1:111122223333:orders", true},
	{"ArnEquals", `"arn:aws:sns:*:111122223333:*"`, "arn:aws:sns:eu-west-1:111122223333:orders", true},
	{"ArnLike", `"arn:aws:sns:*:orders"`, "arn:aws:sns:eu-west-1:111122223333:orders", false},
	{"ArnLike", `"*"`, "arn:aws:sns:eu-west-1:111122223333:orders", true},
	{"ArnNotLike", `"arn:aws:sns:*:111122223333:*"`, "arn:aws:sns:eu-west-1:444455556666:orders", true},
	{"ArnLike", `"arn:aws:sns:*:111122223333:*"`, "orders", false},

	// No operator.
	{"StringEqual", `"a"`, "a", false},
	{"NullIfExists", `"true"`, absent, false},
}

// What an entry of a Condition makes of a request that has one key, or not.
func TestConditions(t *testing.T) {
	for _, tt := range conditionTests {
		d := statements(t, fmt.Sprintf(`{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {%q: {"aws:Key": %s}}}`, tt.operator, tt.values))
		r := &access.Request{Action: "s3:GetObject", Resource: bucket + "/x"}
		if tt.request != absent {
			r.Context = map[string][]string{"AWS:key": strings.Split(tt.request, ",")}
		}
		want := access.ImplicitDeny
		if tt.want {
			want = access.Allowed
		}
		if got := access.Decide(d, r); got != want {
			t.Errorf("%s %s of a request with %q: %v, want %v", tt.operator, tt.values, tt.request, got, want)
		}
	}
}

// All entries must hold, and values may hold variables.
func TestConditionEntries(t *testing.T) {
	d := statements(t, `{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {
		"StringEquals": {"s3:ExistingObjectTag/team": "${aws:PrincipalTag/team}", "aws:RequestedRegion": "eu-west-1"},
		"Bool": {"aws:SecureTransport": "true"}
	}}`)
	context := func(team, tag, region, tls string) map[string][]string {
		return map[string][]string{
			"aws:PrincipalTag/team": {team}, "s3:ExistingObjectTag/team": {tag},
			"aws:RequestedRegion": {region}, "aws:SecureTransport": {tls},
		}
	}
	for _, tt := range []struct {
		context map[string][]string
		want    access.Verdict
	}{
		{context("shop", "shop", "eu-west-1", "true"), access.Allowed},
		{context("shop", "bank", "eu-west-1", "true"), access.ImplicitDeny},
		{context("*", "bank", "eu-west-1", "true"), access.ImplicitDeny},
		{context("shop", "shop", "us-east-1", "true"), access.ImplicitDeny},
		{context("shop", "shop", "eu-west-1", "false"), access.ImplicitDeny},
		{nil, access.ImplicitDeny},
	} {
		r := &access.Request{Action: "s3:GetObject", Resource: bucket + "/x", Context: tt.context}
		if got := access.Decide(d, r); got != tt.want {
			t.Errorf("%v: %v, want %v", tt.context, got, tt.want)
		}
	}
}
