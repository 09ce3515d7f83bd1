package rules

import (
	"regexp"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A reach tells on which of a statement's resources outsiders can take an
// action.
type reach struct {
	doc      *policy.Document
	values   []policy.Value // none: the resource that has the policy, or one that is not known
	patterns []*access.Pattern
	hit      []bool
	acts     map[actsOn]bool
}

// actsOn asks whether resources of a format are among the i'th of the values.
type actsOn struct {
	format string
	i      int
}

func newReach(d *policy.Document, s *policy.Statement) *reach {
	r := &reach{doc: d, acts: map[actsOn]bool{}}
	if list, not := s.Resources(); !not && list.Present() && len(list.Values) > 0 {
		r.values, r.hit = list.Values, make([]bool, len(list.Values))
		for _, v := range list.Values {
			r.patterns = append(r.patterns, access.ResourcePattern(v, d.Modern()))
		}
	}
	return r
}

// used returns the resources that something is allowed on.
func (r *reach) used() []policy.Value {
	var used []policy.Value
	for i, v := range r.values {
		if r.hit[i] {
			used = append(used, v)
		}
	}
	return used
}

// of says whether the action can act on one of the resources, and whether
// outsiders can take it there.
func (r *reach) of(a *catalog.Action) (possible, allowed bool) {
	if len(r.values) == 0 {
		return true, !outsidersDenied(r.doc, a.FullName(), nil)
	}
	for i := range r.values {
		if !r.actsOn(a, i) {
			continue
		}
		possible = true
		if outsidersDenied(r.doc, a.FullName(), r.patterns[i]) {
			continue
		}
		r.hit[i], allowed = true, true
	}
	return possible, allowed
}

// actsOn says whether the action acts on resources that the i'th value stands
// for. What is no ARN of six fields, as in policies of API Gateway, may be one.
func (r *reach) actsOn(a *catalog.Action, i int) bool {
	if _, ok := policy.ParseARN(r.values[i]); !ok {
		return true
	}
	return slices.ContainsFunc(formats(a), func(format string) bool {
		at := actsOn{format, i}
		acts, known := r.acts[at]
		if !known {
			acts = !isObject(r.values[i], format) && r.patterns[i].Overlaps(formatPattern(format)) != access.No
			r.acts[at] = acts
		}
		return acts
	})
}

// isObject says whether the value can only be about objects, and the format is
// that of their bucket, whose name holds no slash.
func isObject(v policy.Value, format string) bool {
	return strings.HasSuffix(format, ":::${BucketName}") && strings.Contains(v.Text(), "/")
}

// formats returns the formats of the ARNs that the action acts on.
func formats(a *catalog.Action) []string {
	var all []string
	for _, r := range a.Resources() {
		if t := a.Service().ResourceType(r.Type); t != nil {
			all = append(all, t.ARNs...)
		}
	}
	return all
}

var formatPart = regexp.MustCompile(`\$\{[^}]*\}`)

// formatPattern returns a pattern of all ARNs of the format.
func formatPattern(format string) *access.Pattern {
	text := formatPart.ReplaceAllString(format, "*")
	return access.ResourcePattern(policy.NewValue(policy.Span{}, text), false)
}
