package iamlint

import (
	"runtime"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/iamlint/iamlint/parse"
	"github.com/iamlint/iamlint/rules"
)

// Options say what to lint, and how.
type Options struct {
	// Dir is the directory that paths are relative to, given ones and reported
	// ones. Empty is the working directory.
	Dir string

	// Paths are files and directories; none is Dir. The path "-" is Stdin,
	// which StdinName gives a name and so a language.
	Paths     []string
	Stdin     []byte
	StdinName string

	// Config is what the configuration file says; nil is none.
	Config *Config

	Enable, Disable []string // rules, by name, besides what Config says
	Exclude         []string // globs of files to leave out, relative to Dir
	MinSeverity     rules.Severity

	Vars map[string]string // values of Terraform's root variables

	// Now is what dates in policies are compared with; zero is today.
	Now time.Time
}

// Lint reads policies and checks them. The error is about wrong options; what
// is wrong with the files is a finding, and what is wrong with iamlint is in
// [Report.Failures].
func Lint(opts Options) (*Report, error) {
	opts.Config = opts.Config.orNone()
	selected, err := selectRules(opts)
	if err != nil {
		return nil, err
	}
	r, err := Load(opts)
	if err != nil {
		return nil, err
	}
	r.Rules = selected
	found := problemFindings(r.problems, selected)
	for _, list := range r.check(selected, opts) {
		found = append(found, list...)
	}
	r.setFindings(found, opts)
	return r, nil
}

// Load reads policies and runs no rules.
func Load(opts Options) (*Report, error) {
	cfg := opts.Config.orNone()
	dir, err := absolute(opts.Dir)
	if err != nil {
		return nil, err
	}
	globs, base := excludes(opts, cfg)
	read, err := parse.Load(parse.Options{
		Paths:     resolve(opts.Dir, opts.Paths),
		Stdin:     opts.Stdin,
		StdinName: opts.StdinName,
		Exclude:   globs, ExcludeBase: base,
		KindOf: cfg.KindOf,
		Vars:   opts.Vars,
	})
	if err != nil {
		return nil, err
	}
	return newReport(dir, read), nil
}

// check runs rules over all scopes, on all processors.
func (r *Report) check(selected []*rules.Rule, opts Options) [][]*rules.Finding {
	checker := rules.NewChecker(selected, opts.forRules())
	found := make([][]*rules.Finding, len(r.Scopes))
	failures := make([]error, len(r.Scopes))
	inParallel(len(r.Scopes), func(i int) { found[i], failures[i] = checker.Check(r.Scopes[i]) })
	r.Failures = append(r.Failures, slices.DeleteFunc(failures, func(err error) bool { return err == nil })...)
	return found
}

// forRules returns what rules are told.
func (o Options) forRules() *rules.Config {
	cfg := o.Config.forRules()
	if cfg.Now = o.Now; o.Now.IsZero() {
		cfg.Now = time.Now().UTC().Truncate(24 * time.Hour) // so that all runs of a day agree
	}
	return cfg
}

// inParallel calls do for each number below n, on all processors.
func inParallel(n int, do func(int)) {
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		group.Go(func() error {
			do(i)
			return nil
		})
	}
	group.Wait()
}
