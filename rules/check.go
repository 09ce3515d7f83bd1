package rules

import (
	"fmt"
	"runtime/debug"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A Checker runs a set of rules. It is safe for concurrent use.
type Checker struct {
	cfg     *Config
	enabled map[*Rule]bool
	run     []*Rule // the enabled ones and those that silence them
	catalog *catalog.Catalog
	known   knownActions
}

// NewChecker returns a checker of the enabled rules.
func NewChecker(enabled []*Rule, cfg *Config) *Checker {
	c := &Checker{cfg: cfg, catalog: catalog.Default(), enabled: map[*Rule]bool{}}
	for _, r := range enabled {
		c.enabled[r] = true
	}
	c.run = withSilencers(enabled)
	return c
}

// Check returns what the rules find in a scope, in no particular order, less
// what another finding makes superfluous. The error names a rule that panicked.
func (c *Checker) Check(scope *policy.Scope) ([]*Finding, error) {
	s := scopeCheck{Checker: c, scope: scope, near: suggestions{catalog: c.catalog}}
	for _, d := range scope.Policies {
		if d.Unresolved {
			continue
		}
		s.shared = &shared{known: &c.known}
		for _, r := range c.run {
			if r.Run != nil && r.AppliesTo(d.Kind) {
				s.check(r, d, r.Run)
			}
		}
	}
	for _, r := range c.run {
		if r.RunScope != nil {
			s.check(r, nil, r.RunScope)
		}
	}
	return c.silence(s.findings), s.err
}

// A scopeCheck is one scope being checked.
type scopeCheck struct {
	*Checker
	scope    *policy.Scope
	shared   *shared
	near     suggestions
	findings []*Finding
	err      error
}

func (s *scopeCheck) check(r *Rule, d *policy.Document, f func(*Pass)) {
	n := len(s.findings)
	defer func() {
		if cause := recover(); cause != nil {
			s.findings = s.findings[:n]
			s.err = fmt.Errorf("rule %s: %v\n%s", r.Name, cause, debug.Stack())
		}
	}()
	f(&Pass{
		Rule: r, Policy: d, Scope: s.scope, Catalog: s.catalog, Config: s.cfg,
		shared: s.shared, near: &s.near, findings: &s.findings,
	})
	for _, f := range s.findings[n:] {
		f.complete()
	}
}

// complete fills in what a rule leaves to be the usual.
func (f *Finding) complete() {
	switch {
	case f.Kind == 0:
		f.Kind = f.Rule.Kind
		if f.Severity == 0 {
			f.Severity = f.Rule.UsualSeverity()
		}
	case f.Severity == 0:
		f.Severity = f.Kind.Severity()
	}
}
