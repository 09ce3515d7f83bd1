package rules

import (
	"slices"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// An outsiderReach tells on which of a statement's resources outsiders can take
// an action.
type outsiderReach struct {
	denies   *outsiderDenies
	values   []policy.Value // none: the resource that has the policy, or one that is not known
	patterns []*access.Pattern
	isARN    []bool
	hit      []bool
	is       map[formatOf]bool
}

// formatOf asks whether resources of a format are among the i'th of the values.
type formatOf struct {
	format string
	i      int
}

func newOutsiderReach(d *policy.Document, s *policy.Statement, denies *outsiderDenies) *outsiderReach {
	r := &outsiderReach{denies: denies, is: map[formatOf]bool{}}
	if list, not := s.Resources(); !not && list.Present() && len(list.Values) > 0 {
		r.values, r.hit = list.Values, make([]bool, len(list.Values))
		for _, v := range list.Values {
			_, isARN := policy.ParseARN(v)
			r.isARN = append(r.isARN, isARN)
			r.patterns = append(r.patterns, access.ResourcePattern(v, d.Modern()))
		}
	}
	return r
}

// used returns the resources that something is allowed on.
func (r *outsiderReach) used() []policy.Value {
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
func (r *outsiderReach) of(a *catalog.Action) (possible, allowed bool) {
	if len(r.values) == 0 {
		return true, !r.denies.deny(a.FullName(), nil)
	}
	formats := formatsOf(a)
	for i := range r.values {
		if r.denies.left--; r.denies.left < 0 || !r.takes(i, formats) {
			continue
		}
		possible = true
		if !r.denies.deny(a.FullName(), r.patterns[i]) {
			r.hit[i], allowed = true, true
		}
	}
	return possible, allowed
}

// takes says whether the i'th value stands for resources of one of the formats.
// What is no ARN of six fields, as in policies of API Gateway, may do so.
func (r *outsiderReach) takes(i int, formats []string) bool {
	if !r.isARN[i] {
		return true
	}
	return slices.ContainsFunc(formats, func(format string) bool {
		at := formatOf{format, i}
		is, known := r.is[at]
		if !known {
			is = !isObject(r.values[i], format) && r.patterns[i].Overlaps(formatPattern(format)) != access.No
			r.is[at] = is
		}
		return is
	})
}
