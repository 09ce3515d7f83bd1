package access_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
)

// with adds conditions to a statement.
func with(statement, condition string) string {
	return statement[:len(statement)-1] + `, "Condition": {` + condition + `}}`
}

// Which other statements cover one: "0: 1 2" says that of the first.
func TestCover(t *testing.T) {
	secure := `"Bool": {"aws:SecureTransport": "true"}`
	inIreland, inVirginia := `"StringEquals": {"aws:RequestedRegion": "eu-west-1"}`, `"StringEquals": {"aws:RequestedRegion": "us-east-1"}`
	tests := map[string]struct {
		list []string
		want []string
	}{
		"a wider action and resource": {[]string{allow("s3:Get*", "*"), allow("s3:GetObject", bucket+"/*")}, []string{"1: [0]"}},
		"the wide one has no condition": {[]string{allow("s3:GetObject", bucket+"/*"), with(allow("s3:GetObject", bucket+"/logs/*"), secure)},
			[]string{"1: [0]"}},
		"the wide one has a condition": {[]string{with(allow("s3:GetObject", bucket+"/*"), secure), allow("s3:GetObject", bucket+"/logs/*")}, nil},
		"either of two": {[]string{allow("s3:GetObject", bucket+"/a*"), allow("s3:GetObject", bucket+"/*a"), allow("s3:GetObject", bucket+"/a*a")},
			[]string{"2: [0]"}},
		"only both together": {[]string{allow("s3:GetObject", bucket+"/?*"), allow("s3:GetObject", bucket+"/a*"), allow("s3:GetObject", "!"+bucket+"/a*")},
			[]string{"0: [1 2]", "1: [0]"}},
		"two conditions that leave nothing": {[]string{allow("ec2:StartInstances", "*"),
			with(allow("ec2:StartInstances", "*"), inIreland), with(allow("ec2:StartInstances", "*"), `"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}`)},
			[]string{"0: [1 2]", "1: [0]", "2: [0]"}},
		"two Regions are not all": {[]string{allow("ec2:StartInstances", "*"),
			with(allow("ec2:StartInstances", "*"), inIreland), with(allow("ec2:StartInstances", "*"), inVirginia)},
			[]string{"1: [0]", "2: [0]"}},
		"a variable by a wildcard": {[]string{allow("s3:*", "arn:aws:s3:::${aws:username}/*"), allow("s3:*", "arn:aws:s3:::*")}, []string{"0: [1]"}},
		"a variable by a name":     {[]string{allow("s3:*", "arn:aws:s3:::${aws:username}/*"), allow("s3:*", "arn:aws:s3:::alice/*")}, nil},
		"the same variable": {[]string{allow("s3:GetObject", "arn:aws:s3:::${aws:username}/*"), allow("s3:*", "arn:aws:s3:::${aws:username}/*")},
			[]string{"0: [1]"}},
		"tag keys, all of fewer": {[]string{
			with(allow("ec2:CreateTags", "*"), `"ForAllValues:StringEquals": {"aws:TagKeys": ["a", "b"]}`),
			with(allow("ec2:CreateTags", "*"), `"ForAllValues:StringEquals": {"aws:TagKeys": ["a", "b", "c"]}`)}, []string{"0: [1]"}},
		"tag keys, some of fewer": {[]string{
			with(allow("ec2:CreateTags", "*"), `"ForAnyValue:StringEquals": {"aws:TagKeys": ["a"]}`),
			with(allow("ec2:CreateTags", "*"), `"ForAnyValue:StringEquals": {"aws:TagKeys": ["a", "b"]}`)}, []string{"0: [1]"}},
		"tag keys, all is not some": {[]string{
			with(allow("ec2:CreateTags", "*"), `"ForAllValues:StringEquals": {"aws:TagKeys": ["a"]}`),
			with(allow("ec2:CreateTags", "*"), `"ForAnyValue:StringEquals": {"aws:TagKeys": ["a"]}`)}, nil},
		"addresses": {[]string{
			with(allow("s3:GetObject", "*"), `"IpAddress": {"aws:SourceIp": "10.1.0.0/16"}`),
			with(allow("s3:GetObject", "*"), `"IpAddress": {"aws:SourceIp": ["10.0.0.0/9", "10.128.0.0/9"]}`)}, []string{"0: [1]"}},
		"numbers": {[]string{
			with(allow("s3:ListBucket", "*"), `"NumericLessThan": {"s3:max-keys": "10"}`),
			with(allow("s3:ListBucket", "*"), `"NumericLessThanEquals": {"s3:max-keys": "10"}`)}, []string{"0: [1]"}},
		"what can never be asked for": {[]string{allow("s3:GetObject s3:ListBucket", bucket+" "+bucket+"/*"),
			allow("s3:GetObject", bucket+"/*"), allow("s3:ListBucket", bucket)}, []string{"0: [1 2]", "1: [0]", "2: [0]"}},
		"all of today's actions are not all": {[]string{allow("s3:GetBucketP*", "*"),
			allow("s3:GetBucketPolicy s3:GetBucketPolicyStatus s3:GetBucketPublicAccessBlock", "*")}, []string{"1: [0]"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := statements(t, tt.list...)
			a := access.NewAnalysis(catalog.Default(), d)
			var got []string
			for _, s := range d.Statements {
				var by []int
				for _, o := range a.Cover(s) {
					by = append(by, o.Index)
				}
				if by != nil {
					got = append(got, fmt.Sprintf("%d: %v", s.Index, by))
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// Deny statements with conditions against an Allow, the first statement.
func TestShadowWithConditions(t *testing.T) {
	region := func(operator string) string {
		return with(deny("ec2:*", "*"), `"`+operator+`": {"aws:RequestedRegion": "eu-west-1"}`)
	}
	start := with(allow("ec2:StartInstances", "*"), `"StringEquals": {"aws:RequestedRegion": "us-east-1"}`)
	insecure := with(deny("s3:*", bucket+"/*"), `"Bool": {"aws:SecureTransport": "false"}`)
	tests := map[string]struct {
		list []string
		want []int
	}{
		"the Region that is denied":     {[]string{start, region("StringNotEquals")}, []int{1}},
		"the same with IfExists":        {[]string{start, region("StringNotEqualsIfExists")}, []int{1}},
		"the Region that is not denied": {[]string{start, region("StringEquals")}, nil},
		"secure transport is left":      {[]string{allow("s3:GetObject", bucket+"/*"), insecure}, nil},
		"secure transport is denied too": {[]string{allow("s3:GetObject", bucket+"/*"), insecure,
			with(deny("s3:*", bucket+"/*"), `"Bool": {"aws:SecureTransport": "true"}`), with(deny("s3:*", bucket+"/*"), `"Null": {"aws:SecureTransport": "true"}`)},
			[]int{1, 2, 3}},
		"an unknown account": {[]string{with(allow("s3:GetObject", "*"), `"StringEquals": {"aws:PrincipalAccount": "111122223333"}`),
			with(deny("s3:GetObject", "*"), `"StringNotEquals": {"aws:PrincipalAccount": "444455556666"}`)}, []int{1}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := statements(t, tt.list...)
			var got []int
			for _, s := range access.NewAnalysis(catalog.Default(), d).Shadow(d.Statements[0]) {
				got = append(got, s.Index)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

// Conditions that never hold together.
func TestContradiction(t *testing.T) {
	tests := []struct {
		condition string
		want      []int
	}{
		{`"StringEquals": {"aws:SourceVpc": "vpc-1"}, "StringLike": {"aws:SourceVpc": "vpc-2*"}`, []int{0, 1}},
		{`"StringEquals": {"aws:SourceVpc": "vpc-1"}, "StringLike": {"aws:SourceVpc": "vpc-*"}`, nil},
		{`"StringEquals": {"aws:SourceVpc": "a"}, "StringNotEquals": {"aws:SourceVpc": "a"}`, []int{0, 1}},
		{`"Null": {"aws:SourceVpc": "true"}, "StringLike": {"aws:SourceVpc": "*"}`, []int{0, 1}},
		{`"Null": {"aws:SourceVpc": "true"}, "StringLikeIfExists": {"aws:SourceVpc": "*"}`, nil},
		{`"NumericLessThan": {"s3:max-keys": "10"}, "NumericGreaterThan": {"s3:max-keys": "10"}`, []int{0, 1}},
		{`"NumericLessThanEquals": {"s3:max-keys": "10"}, "NumericGreaterThanEquals": {"s3:max-keys": "10"}`, nil},
		{`"DateLessThan": {"aws:CurrentTime": "2026-01-01"}, "DateGreaterThan": {"aws:CurrentTime": "2026-06-01"}`, []int{0, 1}},
		{`"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}, "NotIpAddress": {"aws:SourceIp": "10.0.0.0/8"}`, []int{0, 1}},
		{`"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}, "IpAddressIfExists": {"aws:SourceIp": "203.0.113.0/24"}`, []int{0, 1}},
		{`"ForAnyValue:StringEquals": {"aws:TagKeys": "a"}, "ForAnyValue:StringLike": {"aws:TagKeys": "b*"}`, nil},
		{`"ForAllValues:StringEquals": {"aws:TagKeys": "a"}, "ForAnyValue:StringLike": {"aws:TagKeys": "b*"}`, []int{0, 1}},
		{`"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:*"}, "ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-1:444455556666:t"}`, []int{0, 1}},
	}
	for _, tt := range tests {
		d := statements(t, with(allow("s3:*", "*"), tt.condition))
		if got := access.NewAnalysis(catalog.Default(), d).Contradiction(d.Statements[0]); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.condition, got, tt.want)
		}
	}
}
