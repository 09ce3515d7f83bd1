package rules

import (
	"fmt"
	"runtime/debug"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// Check runs rules over a scope and returns what they find, in no particular
// order, less what another finding makes superfluous. The error names a rule
// that panicked.
func Check(scope *policy.Scope, enabled []*Rule, cfg *Config) ([]*Finding, error) {
	c := checker{scope: scope, cfg: cfg, catalog: catalog.Default()}
	run := withSilencers(enabled)
	for _, d := range scope.Policies {
		if d.Unresolved {
			continue
		}
		for _, r := range run {
			if r.Run != nil && r.AppliesTo(d.Kind) {
				c.run(r, d, r.Run)
			}
		}
	}
	for _, r := range run {
		if r.RunScope != nil {
			c.run(r, nil, r.RunScope)
		}
	}
	return silence(c.findings, enabled), c.err
}

// A checker runs rules over one scope.
type checker struct {
	scope    *policy.Scope
	cfg      *Config
	catalog  *catalog.Catalog
	findings []*Finding
	err      error
}

func (c *checker) run(r *Rule, d *policy.Document, f func(*Pass)) {
	n := len(c.findings)
	defer func() {
		if cause := recover(); cause != nil {
			c.findings = c.findings[:n]
			c.err = fmt.Errorf("rule %s: %v\n%s", r.Name, cause, debug.Stack())
		}
	}()
	f(&Pass{Rule: r, Policy: d, Scope: c.scope, Catalog: c.catalog, Config: c.cfg, findings: &c.findings})
	for _, f := range c.findings[n:] {
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
