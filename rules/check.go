package rules

import (
	"errors"
	"fmt"
	"runtime/debug"
	"sync"

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
	memory  sync.Pool // of *shared
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
// what another finding makes superfluous. The error names the rules that panicked.
func (c *Checker) Check(scope *policy.Scope) ([]*Finding, error) {
	s := scopeCheck{Checker: c, scope: scope, near: suggestions{catalog: c.catalog}}
	s.shared, _ = c.memory.Get().(*shared)
	if s.shared == nil {
		s.shared = &shared{}
	}
	defer c.memory.Put(s.shared)
	for _, d := range scope.Policies {
		if d.Unresolved {
			continue
		}
		s.shared.reset(&c.known)
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
	kept := c.silence(s.findings)
	for _, f := range kept {
		s.guard(f.Rule, func() { f.prove() })
	}
	return kept, s.err
}

// A scopeCheck is one scope being checked.
type scopeCheck struct {
	*Checker
	scope    *policy.Scope
	shared   *shared
	near     suggestions
	pass     Pass // of the rule at work
	findings []*Finding
	err      error
}

func (s *scopeCheck) check(r *Rule, d *policy.Document, f func(*Pass)) {
	n := len(s.findings)
	s.pass = Pass{
		Rule: r, Policy: d, Scope: s.scope, Catalog: s.catalog, Config: s.cfg,
		shared: s.shared, near: &s.near, findings: &s.findings,
	}
	if !s.guard(r, func() { f(&s.pass) }) {
		s.findings = s.findings[:n]
	}
	for _, f := range s.findings[n:] {
		f.complete()
	}
}

// guard does what a rule asks for; a panic is an error that names it.
func (s *scopeCheck) guard(r *Rule, do func()) (ok bool) {
	defer func() {
		if cause := recover(); cause != nil {
			s.err = errors.Join(s.err, fmt.Errorf("rule %s: %v\n%s", r.Name, cause, debug.Stack()))
			ok = false
		}
	}()
	do()
	return true
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
