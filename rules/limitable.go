package rules

import (
	"slices"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// limitables are what of a statement's actions could be limited to resources.
type limitables struct {
	written  []string // as the policy writes them
	example  *catalog.Action
	severity Severity
}

// limitable returns what the statement allows on every resource, changes
// something and takes a resource. Whole services are left to other rules.
func limitable(pass *Pass, s *policy.Statement) limitables {
	l := limitables{severity: Low}
	found := pass.listedActions().of(s)
	whole, all := wholeServices(pass.Catalog, s, found)
	if all {
		return l
	}
	denied := pass.Analysis().On(s)
	for i, a := range found {
		v := &s.Action.Values[i]
		e := pass.changesOf(a, v)
		if e.example != nil && denied.Touches(v.Text()) {
			e = changesOf(pass.Catalog, v.Text(), denied)
		}
		if e.example == nil || slices.Contains(whole, e.example.Service()) {
			continue
		}
		if l.written = append(l.written, v.Text()); l.example == nil {
			l.example = e.example
		}
		if !e.unnamed {
			l.severity = Medium
		}
	}
	return l
}

// wholeServices returns the services of which a value stands for every action,
// and whether one stands for every action of all.
func wholeServices(c *catalog.Catalog, s *policy.Statement, found []*catalog.Action) (whole []*catalog.Service, all bool) {
	for i, a := range found {
		if a != nil {
			continue
		}
		v := s.Action.Values[i]
		if isEveryAction(v) {
			return nil, true
		}
		if service := wholeService(c, v); service != nil {
			whole = append(whole, service)
		}
	}
	return whole, false
}
