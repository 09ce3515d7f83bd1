package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/rules"
)

// lintFlags are the flags of lint.
type lintFlags struct {
	inputFlags
	formats         []string
	enable, disable listFlag
	minSeverity     severityFlag
	failOn          severityFlag
	color           colorFlag
	quiet, stats    bool
	sarifCategory   string
	sarifFixes      bool
	now             dateFlag
}

const lintLong = `Lint reports what is wrong with IAM policies, and what they grant more than they
should. No path is the working directory. Directories are walked as git sees
them; a file that is named is read even if git ignores it. A Terraform file is
read with its whole module, and what is found in the other files is left out.`

const lintExample = `  iamlint lint --min-severity high modules/
  iamlint lint --disable old-version,missing-version policy.json
  iamlint lint --format sarif=iamlint.sarif --format github`

func (c *command) lintCommand() *cobra.Command {
	f := lintFlags{minSeverity: severityFlag{rules.Info}, failOn: severityFlag{rules.Medium}, color: "auto"}
	cmd := &cobra.Command{
		Use:     "lint [flags] [path...]",
		Short:   "Lint policies; the default",
		Long:    lintLong,
		Example: lintExample,
		Args:    cobra.ArbitraryArgs,
		RunE:    func(_ *cobra.Command, paths []string) error { return c.lint(&f, paths) },
	}
	f.add(cmd)
	return cmd
}

func (f *lintFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringArrayVar(&f.formats, "format", nil, "write as `FORMAT[=FILE]`: "+formatNames()+"; to standard output unless a file is named; repeatable (default text)")
	flags.Var(&f.minSeverity, "min-severity", "leave out findings below `LEVEL`: critical, high, medium, low or info")
	flags.Var(&failOnFlag{&f.failOn}, "fail-on", "exit with 1 for findings at or above `LEVEL`, or never")
	flags.Var(&f.enable, "enable", "run `RULE,...` even if off by default or in the configuration; repeatable")
	flags.Var(&f.disable, "disable", "do not run `RULE,...`; repeatable")
	f.inputFlags.add(cmd)
	flags.Var(&f.now, "now", "the `DATE` that dates in policies are compared with: 2026-01-31 (default today)")
	flags.Var(&f.color, "color", "colour in text and compact: `WHEN` is auto, always or never; NO_COLOR and FORCE_COLOR are heeded")
	flags.BoolVar(&f.quiet, "quiet", false, "print findings only, no summary")
	flags.BoolVar(&f.stats, "stats", false, "print counts and times to standard error")
	flags.StringVar(&f.sarifCategory, "sarif-category", "", "`NAME` that tells this SARIF report from others of the same commit")
	flags.BoolVar(&f.sarifFixes, "sarif-fixes", false, "write suggested fixes to SARIF, too")
	complete(cmd, "format", completeFormats)
	complete(cmd, "min-severity", fixed(severityNames...))
	complete(cmd, "fail-on", fixed(append(slices.Clone(severityNames), "never")...))
	complete(cmd, "enable", completeRuleList)
	complete(cmd, "disable", completeRuleList)
	complete(cmd, "now", fixed())
	complete(cmd, "color", fixed(colorModes...))
}

// lint lints the paths and returns the exit code as an error.
func (c *command) lint(f *lintFlags, paths []string) error {
	outputs, err := c.parseOutputs(f.formats)
	if err != nil {
		return err
	}
	opts, err := f.options(c, paths)
	if err != nil {
		return err
	}
	opts.Enable, opts.Disable = f.enable, f.disable
	opts.MinSeverity, opts.Now = f.minSeverity.Severity, f.now.Time
	start := time.Now()
	report, err := iamlint.Lint(opts)
	if err != nil {
		return usageError{err}
	}
	linted := time.Now()
	if err := c.write(outputs, view{Report: report, lintFlags: f, cfg: opts.Config}); err != nil {
		return err
	}
	if f.stats {
		c.printStats(report, linted.Sub(start), time.Since(linted))
	}
	return c.verdict(report, f.failOn.Severity)
}

// verdict returns the exit code of a run whose findings are written. Zero is
// no severity to fail on.
func (c *command) verdict(report *iamlint.Report, failOn rules.Severity) error {
	if len(report.Failures) > 0 {
		for _, err := range report.Failures {
			c.fail(fmt.Errorf("internal failure: %w", err))
		}
		return exit(exitFailure)
	}
	if failOn != 0 && report.Worst() >= failOn {
		return exit(exitFindings)
	}
	return nil
}

// printStats says what the run was about and what it took.
func (c *command) printStats(r *iamlint.Report, lint, write time.Duration) {
	s := r.Summary
	fmt.Fprintf(c.stderr, "%s, %s, %s, %s; %s, %s\n",
		count(s.Files, "file"), count(s.Policies, "policy"), count(s.Statements, "statement"),
		count(s.Principals, "principal"), count(len(r.Rules), "rule"), count(len(r.Findings), "finding"))
	fmt.Fprintf(c.stderr, "lint %s, output %s\n", lint.Round(time.Microsecond), write.Round(time.Microsecond))
}
