package rules

import (
	"strings"
	"sync"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A resourceForm is the format of an ARN without its partition, Region and
// account: where those are wrong is the matter of other rules, and some
// resources of AWS's own have none although the format has.
type resourceForm struct {
	vendor  string // empty if it may be any
	start   string // of the last field, in front of its first part that varies
	varies  bool   // a part that varies follows
	open    bool   // and nothing else
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
	f := &resourceForm{vendor: fields[2]}
	var rest string
	if strings.HasPrefix(format, anyVendor) {
		f.vendor = ""
	}
	f.start, rest, f.varies = cutVarying(fields[5])
	f.open = f.varies && strings.IndexByte(rest, '}') == len(rest)-1
	f.slash = strings.HasSuffix(format, bucketFormat)
	last := formatPart.ReplaceAllString(fields[5], "*")
	text := "arn:*:" + formatPart.ReplaceAllString(fields[2], "*") + ":*:*:" + last
	f.pattern = access.ResourcePattern(policy.NewValue(policy.Span{}, text), false)
	resourceForms.Store(format, f)
	return f
}

// actionForms are what [resourceFormsOf] has returned: there are as many as
// actions.
var actionForms sync.Map

// resourceFormsOf returns the forms of the resources that the action acts on. A
// type that is not known may be any.
func resourceFormsOf(a *catalog.Action) []*resourceForm {
	if forms, ok := actionForms.Load(a); ok {
		return forms.([]*resourceForm)
	}
	var forms []*resourceForm
	for _, t := range a.Resources() {
		known := a.Service().ResourceType(t.Type)
		if known == nil {
			forms = append(forms, &resourceForm{})
			continue
		}
		for _, format := range known.ARNs {
			forms = append(forms, resourceFormOf(format))
		}
	}
	actionForms.Store(a, forms)
	return forms
}

// bucketFormat and objectFormat are how the formats of buckets and objects end.
const (
	bucketFormat = ":s3:::${BucketName}"
	objectFormat = ":s3:::${BucketName}/${ObjectName}"
)

// mayBe says whether the resource may be one of the form. That the vendors
// match is not looked at.
func (f *resourceForm) mayBe(r *fitResource) bool {
	text := r.arn.text(arnResource)
	if f.slash && hasSlash(text) {
		return false
	}
	if strings.HasPrefix(r.start, f.start) && (f.open && len(r.start) > len(f.start) || f.varies && strings.HasSuffix(text, "*")) {
		return true
	}
	if n := min(len(r.start), len(f.start)); r.start[:n] != f.start[:n] {
		return false
	}
	return r.pattern().Overlaps(f.pattern) != access.No
}
