package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// BucketPrefixWildcard reports patterns of buckets that others can make a name
// for.
var BucketPrefixWildcard = &Rule{
	Name: "bucket-prefix-wildcard",
	Kind: Security, Severity: Low,
	Policies: policy.Identity | policy.PermissionSet,
	Doc: `a wildcard behind the start of a bucket's name matches buckets of others

Bucket names are taken by whoever comes first, in any account. Who can make a
bucket that the pattern matches can read what is written there, or have theirs
read instead of yours. Name the buckets, or add the condition aws:ResourceAccount.
A wildcard behind the slash, as in bucket/*, is not meant.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:PutObject", "Resource": «"arn:aws:s3:::logs-*"»}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::logs-*",
  "Condition": {"StringEquals": {"aws:ResourceAccount": "111122223333"}}}}`,
	Run: bucketPrefixWildcard,
}

func bucketPrefixWildcard(pass *Pass) {
	for r := range pass.listedARNs() {
		if r.not || !allows(r.statement) || r.arn.text(arnService) != "s3" || !endsInName(r) || r.repeatsBucket() || namesOwner(r.statement) {
			continue
		}
		pass.Reportf(r.statement, *r.value, "%s also matches buckets of other accounts", r.value)
	}
}

// endsInName says whether the bucket certainly ends in * behind the start of a
// name, whatever its holes are.
func endsInName(r *listedResource) bool {
	bucket, _, _ := strings.Cut(r.arn.text(arnResource), "/")
	name, ok := strings.CutSuffix(bucket, "*")
	if !ok || strings.Trim(name, "*?") == "" && r.arn.known(arnResource) || !mayBeNewBucket(name) {
		return false
	}
	at := r.arn.start[arnResource]
	for h := range r.arn.holes(arnResource) {
		if h.At <= at+len(bucket) && (!h.Form.Safe() || h.Form == policy.SafeForm || h.Form == policy.PathForm || h.At == at+len(bucket)) {
			return false
		}
	}
	return true
}

// mayBeNewBucket says whether a bucket with this in its name can be made. Only
// old ones have capital letters and underscores.
func mayBeNewBucket(name string) bool {
	return strings.IndexByte(name, '$') >= 0 || !strings.ContainsFunc(name, func(c rune) bool { return c >= 'A' && c <= 'Z' || c == '_' })
}

// repeatsBucket says whether a value just before speaks of the same buckets, as
// where both they and their objects are listed.
func (r *listedResource) repeatsBucket() bool {
	bucket, _, _ := strings.Cut(r.value.Text(), "/")
	for i := max(0, r.index-4); i < r.index; i++ {
		if before, _, _ := strings.Cut(r.list.Values[i].Text(), "/"); before == bucket {
			return true
		}
	}
	return false
}
