package rules

import (
	"slices"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// mayLeaveNothing says whether a NotResource may leave out every resource.
func mayLeaveNothing(l policy.List) bool {
	return l.Open() || len(l.Values) == 0 ||
		slices.ContainsFunc(l.Values, func(v policy.Value) bool { return v.AllWildcard() || v.Unknown() })
}

// reachesBeyond says whether one of the actions of a statement with NotResource
// may act on what that does not list. It may not if it takes no resource, nor if
// NotResource has all resources of a type that it needs: that is how the other
// types are let through, when a second statement speaks of that one.
func (p *Pass) reachesBeyond(s *policy.Statement) bool {
	if !s.Action.Present() || !s.Action.Known() {
		return true
	}
	left := make([]*access.Pattern, len(s.NotResource.Values))
	for i, v := range s.NotResource.Values {
		left[i] = access.ResourcePattern(inAnyPartition(v), p.Policy.Modern())
	}
	for _, v := range s.Action.Values {
		if slices.ContainsFunc(p.Catalog.Expand(v.Text()), func(a *catalog.Action) bool { return actsBeyond(a, left) }) {
			return true
		}
	}
	return false
}

// inAnyPartition returns an ARN with * as its partition. An account is in one,
// and so is all that the action may act on.
func inAnyPartition(v policy.Value) policy.Value {
	if _, ok := policy.ParseARN(v); !ok {
		return v
	}
	_, rest, _ := v.Cut(':')
	_, rest, _ = rest.Cut(':')
	return behind("arn:*:", rest)
}

// actsBeyond says whether there are resources for the action of which none is
// left out.
func actsBeyond(a *catalog.Action, left []*access.Pattern) bool {
	some := false
	for _, r := range a.Resources() {
		t := a.Service().ResourceType(r.Type)
		if t == nil {
			continue
		}
		beyond := slices.ContainsFunc(t.ARNs, func(format string) bool { return formatPattern(format).In(left...) != access.Yes })
		if r.Required && !beyond {
			return false
		}
		some = some || beyond
	}
	return some
}
