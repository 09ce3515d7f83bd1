package rules

import (
	"testing"

	"github.com/iamlint/iamlint/policy"
)

// Whether one entry of an Allow's condition leaves it open to outsiders.
func TestAnyoneMeetsEntry(t *testing.T) {
	tests := []struct {
		operator, key string
		values        []string
		open          bool
	}{
		{"StringEquals", "aws:PrincipalOrgID", []string{"o-a1"}, false},
		{"stringlike", "AWS:principalorgid", []string{"o-*"}, true},
		{"StringEquals", "aws:PrincipalOrgID", []string{"*"}, false}, // literally
		{"StringLike", "aws:PrincipalOrgID", []string{"o-a1", "*"}, true},
		{"StringNotEquals", "aws:PrincipalOrgID", []string{"o-a1"}, true},
		{"StringEqualsIfExists", "aws:PrincipalOrgID", []string{"o-a1"}, true},
		{"ForAllValues:StringEquals", "aws:PrincipalOrgPaths", []string{"o-a1/*"}, true},
		{"ForAnyValue:StringLike", "aws:PrincipalOrgPaths", []string{"o-a1/*"}, false},
		{"ForAnyValue:StringLike", "aws:PrincipalOrgPaths", []string{"o-*/*"}, true},
		{"StringEqualsIfExists", "aws:PrincipalAccount", []string{"111122223333"}, false}, // always there
		{"StringNotLike", "aws:PrincipalAccount", []string{"*"}, false},                   // nobody
		{"StringLike", "aws:PrincipalAccount", []string{"????????????"}, true},
		{"Null", "aws:PrincipalOrgID", []string{"false"}, true},
		{"Null", "aws:PrincipalAccount", []string{"true"}, false},
		{"ArnLike", "aws:PrincipalArn", []string{"arn:aws:iam::*:role/x"}, true},
		{"ArnLike", "aws:PrincipalArn", []string{"arn:*:iam::111122223333:*"}, false},
		{"StringEquals", "aws:PrincipalArn", []string{"arn:aws:iam::*:role/x"}, false},
		{"StringEquals", "aws:PrincipalArn", []string{"${aws:PrincipalArn}"}, false},
		{"ArnLike", "aws:SourceArn", []string{"arn:aws:s3:*:*:our-bucket"}, false},
		{"ArnLike", "aws:SourceArn", []string{"arn:aws:s3:::*"}, true},
		{"ArnLike", "aws:SourceArn", []string{"arn:aws:sns:*:111122223333:*"}, false},
		{"IpAddress", "aws:SourceIp", []string{"10.0.0.0/8"}, false},
		{"IpAddress", "aws:SourceIp", []string{"0.0.0.0/0"}, true},
		{"IpAddress", "aws:SourceIp", []string{"2001::/16"}, true},
		{"IpAddress", "aws:SourceIp", []string{"2001:db8::/32"}, false},
		{"NotIpAddress", "aws:SourceIp", []string{"203.0.113.0/24"}, true},
		{"StringLike", "aws:userid", []string{"AROAEXAMPLE:*"}, false},
		{"StringLike", "aws:userid", []string{"*:session"}, true},
		{"StringEquals", "aws:SourceVpce", []string{"vpce-1"}, false},
		{"StringLike", "aws:SourceVpce", []string{"vpce-*"}, true},
		{"Bool", "elasticfilesystem:AccessedViaMountTarget", []string{"true"}, false},
		{"Bool", "elasticfilesystem:AccessedViaMountTarget", []string{"false"}, true},
		{"Bool", "aws:SecureTransport", []string{"true"}, true},
		{"StringEquals", "aws:PrincipalTag/team", []string{"ours"}, true},
		{"StringEquals", "s3:x-amz-acl", []string{"private"}, true},
		{"StringEquals", "s3:DataAccessPointAccount", []string{"111122223333"}, false},
		{"StringEquals", "kms:ViaService", []string{"s3.eu-west-1.amazonaws.com"}, true},
		{"Bool", "aws:PrincipalIsAWSService", []string{"true"}, false}, // not anyone
		{"StringEquals", "sns:Endpoint", []string{"x"}, false},         // not known
	}
	version := policy.NewValue(policy.Span{}, "2012-10-17")
	doc := &policy.Document{Version: &version}
	for _, tt := range tests {
		e := policy.Condition{
			Operator: policy.NewValue(policy.Span{}, tt.operator), Variable: policy.NewValue(policy.Span{}, tt.key),
		}
		for _, v := range tt.values {
			e.Values = append(e.Values, policy.NewValue(policy.Span{}, v))
		}
		if got := anyoneMeetsEntry(doc, e); got != tt.open {
			t.Errorf("%s %s %q: open is %v, want %v", tt.operator, tt.key, tt.values, got, tt.open)
		}
	}
}

// One specific string that is not known binds as any other does.
func TestHolesBind(t *testing.T) {
	hole := policy.NewValue(policy.Span{}, "", policy.Hole{Expr: "var.x", ID: "var.x"})
	for key := range callerKeys {
		e := policy.Condition{
			Operator: policy.NewValue(policy.Span{}, "StringLike"), Variable: policy.NewValue(policy.Span{}, key),
			List: policy.NewList(policy.List{Values: []policy.Value{hole}}),
		}
		if anyoneMeetsEntry(&policy.Document{}, e) {
			t.Errorf("%s: a hole does not bind", key)
		}
	}
}
