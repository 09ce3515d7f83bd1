package rules

import (
	"strings"
	"sync"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// A resourceForm is the format of an ARN without its partition, Region and
// account: where those are wrong is the matter of other rules, and some
// resources of AWS's own have none although the format has.
type resourceForm struct {
	vendor  string
	start   string // of the last field, in front of its first part that varies
	open    bool   // a part that varies is all that follows
	slash   bool   // the part that varies may not have a slash: a bucket's name
	pattern *access.Pattern
}

// resourceForms are what [resourceFormOf] has returned: there are as many as
// formats.
var resourceForms sync.Map

func resourceFormOf(format string) *resourceForm {
	if f, ok := resourceForms.Load(format); ok {
		return f.(*resourceForm)
	}
	fields := strings.SplitN(format, ":", 6)
	f := &resourceForm{vendor: fields[2], start: fields[5]}
	if i := strings.Index(f.start, "${"); i >= 0 {
		rest := f.start[i:]
		f.start, f.open = f.start[:i], strings.IndexByte(rest, '}') == len(rest)-1
	}
	f.slash = strings.HasSuffix(format, bucketFormat)
	last := formatPart.ReplaceAllString(fields[5], "*")
	text := "arn:*:" + formatPart.ReplaceAllString(f.vendor, "*") + ":*:*:" + last
	f.pattern = access.ResourcePattern(policy.NewValue(policy.Span{}, text), false)
	resourceForms.Store(format, f)
	return f
}

// bucketFormat and objectFormat are how the formats of buckets and objects end.
const (
	bucketFormat = ":s3:::${BucketName}"
	objectFormat = ":s3:::${BucketName}/${ObjectName}"
)

// mayBe says whether the resource may be one of the form. That the vendors
// match is not looked at.
func (f *resourceForm) mayBe(r *aimedAt) bool {
	text := r.arn.text(arnResource)
	if f.slash && hasSlash(text) {
		return false
	}
	if known := r.start; f.open && len(known) > len(f.start) && strings.HasPrefix(known, f.start) {
		return true
	}
	if n := min(len(r.start), len(f.start)); r.start[:n] != f.start[:n] {
		return false
	}
	return r.pattern().Overlaps(f.pattern) != access.No
}
