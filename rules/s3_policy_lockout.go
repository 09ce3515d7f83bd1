package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// S3PolicyLockout reports bucket policies that nobody can repair.
var S3PolicyLockout = &Rule{
	Name:     "s3-policy-lockout",
	Kind:     Error,
	Policies: policy.Resource,
	Doc: `nobody but the root user can change the bucket policy any more

A Deny to everyone, without conditions, of s3:PutBucketPolicy and
s3:DeleteBucketPolicy also holds for your administrators: only the root user can
remove it. Spare a role by a condition on aws:PrincipalArn.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Principal": "*",
    "Action": «"s3:*"»,
    "Resource": ["arn:aws:s3:::example", "arn:aws:s3:::example/*"]
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": ["arn:aws:s3:::example", "arn:aws:s3:::example/*"],
    "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/admin"}}
  }
}
`,
	Run: s3PolicyLockout,
}

var bucketPolicyActions = [...]string{"s3:PutBucketPolicy", "s3:DeleteBucketPolicy"}

func s3PolicyLockout(pass *Pass) {
	service := pass.Policy.Service
	if service != "s3" && service != "" {
		return
	}
	for _, s := range pass.Policy.Statements {
		_, everyone := s.Principal.Anyone()
		if !everyone || s.Effect != policy.Deny || s.Open() || s.Condition.Restricts() || s.Optional || !coversBucket(s, service) {
			continue
		}
		var denied []string
		var at policy.Value
		for _, action := range bucketPolicyActions {
			if v, ok := valueMatching(s.Action, action); ok {
				denied, at = append(denied, action), v
			}
		}
		switch len(denied) {
		case 1:
			pass.Reportf(s, at, "denies %s to everyone", denied[0]).As(Warning, 0)
		case 2:
			pass.Reportf(s, at, "denies %s to everyone: only the root user can change this policy", listed(denied))
		}
	}
}

// valueMatching returns the first value of an Action element that certainly
// matches the action.
func valueMatching(l policy.List, action string) (policy.Value, bool) {
	for _, v := range l.Values {
		if access.ActionPattern(v).MatchesAction(action) == access.Yes {
			return v, true
		}
	}
	return policy.Value{}, false
}

// coversBucket says whether a bucket as a whole is among the resources of a
// statement, in a policy of the service; empty is not known.
func coversBucket(s *policy.Statement, service string) bool {
	for _, v := range s.Resource.Values {
		arn, ok := arnFieldsOf(&v)
		if v.AllWildcard() && service == "s3" || ok && arn.text(arnService) == "s3" && !isObject(v, bucketFormat) {
			return true
		}
	}
	return false
}
