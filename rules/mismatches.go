package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A mismatch is an action, or pattern of such, that can act on none of the
// resources of its statement.
type mismatch struct {
	statement *policy.Statement
	value     policy.Value
	action    *catalog.Action // one of those that it stands for
	all       bool            // no action of the statement can
}

// mismatches returns those of the policy, found once for all rules.
func (p *Pass) mismatches() []mismatch {
	m := &p.shared.mismatches
	if m.policy != p.Policy {
		m.policy, m.all = p.Policy, m.all[:0]
		for _, s := range p.Policy.Statements {
			m.all = append(m.all, p.mismatchesIn(s)...)
		}
	}
	return m.all
}

type listedMismatches struct {
	policy *policy.Document
	all    []mismatch
}

func (p *Pass) mismatchesIn(s *policy.Statement) []mismatch {
	if !s.Action.Present() || !s.Resource.Present() || s.Open() || s.Resource.Open() || len(s.Resource.Values) == 0 || anyMayBeAll(s.Resource) {
		return nil
	}
	t := targetsOf(p.Policy, s)
	var found []mismatch
	works := s.Action.Open()
	actions := p.listedActions().of(s)
	for i, v := range s.Action.Values {
		stands := []*catalog.Action{actions[i]}
		if actions[i] == nil {
			stands = nil
			if v.Known() {
				stands = p.Catalog.Expand(v.Text())
			}
		}
		if len(stands) == 0 || slices.ContainsFunc(stands, func(a *catalog.Action) bool { return mayActOn(t, a) }) {
			works = true
			continue
		}
		found = append(found, mismatch{statement: s, value: v, action: stands[0]})
	}
	if len(found) > 0 && !p.haveKnownForms(s.Resource) {
		return nil
	}
	for i := range found {
		found[i].all = !works
	}
	return found
}

// haveKnownForms says whether every value is of the form of some type of
// resource that AWS's data has: of others it does not tell which actions there
// are.
func (p *Pass) haveKnownForms(l policy.List) bool {
	for i := range l.Values {
		arn, ok := arnFieldsOf(&l.Values[i])
		if !ok || !arn.known(arnService) || !p.hasKnownForm(l.Values[i], arn.text(arnService)) {
			return false
		}
	}
	return true
}

func (p *Pass) hasKnownForm(v policy.Value, vendor string) bool {
	pattern := access.ResourcePattern(named(v), p.Policy.Modern())
	for _, service := range p.Catalog.ARNServices(vendor) {
		for _, t := range service.ResourceTypes() {
			for _, format := range t.ARNs {
				if !strings.HasPrefix(format, anyVendor) && pattern.Overlaps(formatPattern(format)) != access.No {
					return true
				}
			}
		}
	}
	return false
}

// mayActOn says whether the action may act on one of the targets, by AWS's data
// and beyond: what acts on nothing that can be named is for another rule.
func mayActOn(t *targets, a *catalog.Action) bool {
	if a.WildcardOnly() || t.open {
		return true
	}
	// Every type counts, needed or not: statements for the several resources of
	// one request are often split.
	for _, r := range a.Resources() {
		if t.takeAs(a.Service().ResourceType(r.Type)) {
			return true
		}
	}
	return slices.ContainsFunc(formatsOf(a), func(format string) bool {
		return strings.HasPrefix(format, anyVendor) || strings.Count(format, ":") < 5
	})
}

// anyMayBeAll says whether one of the values is, or may be, "*", or no ARN at
// all.
func anyMayBeAll(l policy.List) bool {
	return slices.ContainsFunc(l.Values, func(v policy.Value) bool {
		_, isARN := arnFieldsOf(&v)
		return !isARN || strings.Contains(v.Text(), "${") // what a variable holds is not known
	})
}

// s3Mix says what an action of S3 lacks where only the other sort of ARN is
// listed: "object" or "bucket"; empty is neither.
func (m mismatch) s3Mix() string {
	if m.action.Service().Prefix() != "s3" {
		return ""
	}
	objects, buckets := 0, 0
	for _, v := range m.statement.Resource.Values {
		arn, ok := arnFieldsOf(&v)
		if !ok || !arn.known(arnService) || arn.text(arnService) != "s3" || arn.text(arnRegion) != "" || !arn.known(arnRegion) {
			return ""
		}
		if strings.Contains(arn.text(arnResource), "/") {
			objects++
		} else {
			buckets++
		}
	}
	is := func(kind string) bool {
		return slices.ContainsFunc(m.action.Resources(), func(r catalog.ActionResource) bool { return r.Type == kind })
	}
	switch {
	case objects == 0 && is("object") && !is("bucket"):
		return "object"
	case buckets == 0 && is("bucket") && !is("object"):
		return "bucket"
	}
	return ""
}
