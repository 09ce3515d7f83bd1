package access_test

import (
	"testing"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

func TestOutsider(t *testing.T) {
	grant := func(condition string) string {
		s := `{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}`
		if condition != "" {
			s = with(s, condition)
		}
		return s
	}
	deny := func(rest, condition string) string {
		return with(`{"Effect": "Deny", `+rest+`, "Action": "s3:*", "Resource": "arn:aws:s3:::b/*"}`, condition)
	}
	const everyone = `"Principal": "*"`
	tests := map[string]struct {
		list []string
		want access.Answer
	}{
		"no condition":             {[]string{grant("")}, access.Yes},
		"an organization":          {[]string{grant(`"StringEquals": {"aws:PrincipalOrgID": "o-1"}`)}, access.No},
		"any organization":         {[]string{grant(`"StringLike": {"aws:PrincipalOrgID": "o-*"}`)}, access.Yes},
		"an organization, if any":  {[]string{grant(`"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1"}`)}, access.Yes},
		"not an organization":      {[]string{grant(`"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}`)}, access.Yes},
		"paths, all of none":       {[]string{grant(`"ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-1/*"}`)}, access.Yes},
		"paths, one of them":       {[]string{grant(`"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-1/*"}`)}, access.No},
		"an account":               {[]string{grant(`"StringEquals": {"aws:PrincipalAccount": "111122223333"}`)}, access.No},
		"roles of an account":      {[]string{grant(`"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}`)}, access.No},
		"a name in any account":    {[]string{grant(`"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/admin"}`)}, access.Yes},
		"a role of any account":    {[]string{grant(`"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/ci-*"}`)}, access.Yes},
		"a tag that they choose":   {[]string{grant(`"StringEquals": {"aws:PrincipalTag/team": "red"}`)}, access.Yes},
		"a VPC endpoint":           {[]string{grant(`"StringEquals": {"aws:SourceVpce": "vpce-1"}`)}, access.No},
		"any VPC endpoint":         {[]string{grant(`"StringLike": {"aws:SourceVpce": "*"}`)}, access.Yes},
		"a narrow range":           {[]string{grant(`"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}`)}, access.No},
		"all addresses in halves":  {[]string{grant(`"IpAddress": {"aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"]}`)}, access.Yes},
		"all of IPv6":              {[]string{grant(`"IpAddress": {"aws:SourceIp": "::/0"}`)}, access.Yes},
		"a header":                 {[]string{grant(`"StringLike": {"aws:Referer": "https://example.com/*"}`)}, access.Yes},
		"secure transport":         {[]string{grant(`"Bool": {"aws:SecureTransport": "true"}`)}, access.Yes},
		"denied to others":         {[]string{grant(""), deny(everyone, `"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}`)}, access.No},
		"denied to others, if any": {[]string{grant(""), deny(everyone, `"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}, "Null": {"aws:PrincipalOrgID": "false"}`)}, access.Yes},
		"denied without a VPC":     {[]string{grant(""), deny(everyone, `"StringNotEquals": {"aws:SourceVpc": "vpc-1"}`)}, access.No},
		"denied but to a service":  {[]string{grant(""), deny(everyone, `"Bool": {"aws:PrincipalIsAWSService": "false"}`)}, access.Yes}, // as the key may be absent
		"denied to others by name": {[]string{grant(""), deny(`"NotPrincipal": {"AWS": "arn:aws:iam::111122223333:user/u"}`, `"Null": {"aws:TokenIssueTime": "true"}`)}, access.Yes},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := statements(t, tt.list...)
			d.Kind, d.Service = policy.Resource, "s3"
			r, got := access.NewAnalysis(catalog.Default(), d).Outsider(d.Statements[0], "*")
			if got != tt.want {
				t.Fatalf("%v, want %v: %+v", got, tt.want, r)
			}
			if r != nil && access.Decide(d, r) != access.Allowed {
				t.Errorf("%+v is not allowed", r)
			}
		})
	}
}
