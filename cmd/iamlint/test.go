package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint"
)

const testLong = `Test decides the requests in files of policy unit tests and compares the decisions
with what the tests expect. Such files are called *.iamtest.yaml or *.iamtest.json;
no path is the working directory. A test that fails says why, as iamlint can does.
With --coverage, statements that decided no test are listed.

It exits with 1 if a test fails, or its decision cannot be known.`

const testExample = `  iamlint test
  iamlint test --coverage app.iamtest.yaml
  iamlint test --format junit`

// testFlags are the flags of test.
type testFlags struct {
	config   string
	format   string
	coverage bool
}

var testFormats = []string{"text", "json", "junit"}

func (c *command) testCommand() *cobra.Command {
	f := testFlags{}
	cmd := &cobra.Command{
		Use:     "test [flags] [path...]",
		Short:   "Run policy unit tests",
		Long:    testLong,
		Example: testExample,
		Args:    cobra.ArbitraryArgs,
		RunE:    func(_ *cobra.Command, paths []string) error { return c.test(&f, paths) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.format, "format", "text", "print as `FORMAT`: text, json or junit")
	flags.BoolVar(&f.coverage, "coverage", false, "list the statements that decided no test")
	flags.StringVar(&f.config, "config", "", "configuration `FILE` (default: the nearest .iamlint.yaml upward, in the git work tree)")
	complete(cmd, "format", fixed(testFormats...))
	return cmd
}

// test runs the tests and prints what came of them.
func (c *command) test(f *testFlags, paths []string) error {
	if !slices.Contains(testFormats, f.format) {
		return usagef("--format %s: use text, json or junit", f.format)
	}
	input := inputFlags{config: f.config}
	cfg, err := input.readConfig(c)
	if err != nil {
		return err
	}
	tests, err := iamlint.FindUnitTests(c.dir, paths, cfg)
	if wrong, ok := errors.AsType[*iamlint.ConfigError](err); ok {
		wrong.Path = c.shown(wrong.Path)
		fmt.Fprintln(c.stderr, printableLines(wrong.Error()))
		return exit(exitUsage)
	}
	switch {
	case err != nil:
		return usageError{err}
	case len(tests) == 0:
		return usagef("there are no tests: files are called *.iamtest.yaml")
	}
	results := iamlint.RunUnitTests(tests)
	if err := c.printResults(f, results); err != nil {
		return err
	}
	if slices.ContainsFunc(results, func(r iamlint.UnitTestResult) bool { return !r.Passed() }) {
		return exit(exitFindings)
	}
	return nil
}

func (c *command) printResults(f *testFlags, results []iamlint.UnitTestResult) error {
	switch f.format {
	case "json":
		return c.printTestsJSON(results, f.coverage)
	case "junit":
		return c.printTestsJUnit(results)
	}
	failed := 0
	for i := range results {
		if r := &results[i]; !r.Passed() {
			failed++
			fmt.Fprintf(c.out, "FAIL %s:%d: %s\n", printablePath(c.shown(r.File)), r.Line, printable(r.Name))
			for line := range strings.SplitSeq(why(r), "\n") {
				fmt.Fprintln(c.out, "  "+printable(line))
			}
		}
	}
	fmt.Fprintf(c.out, "%s, %d passed, %d failed\n", count(len(results), "test"), len(results)-failed, failed)
	if f.coverage {
		c.printUndecided(iamlint.Undecided(results))
	}
	return nil
}

// why tells what a test was expected to give, what it gave and why.
func why(r *iamlint.UnitTestResult) string {
	if r.Err != nil {
		return r.Err.Error()
	}
	return strings.Join(append([]string{fmt.Sprintf("expected %s, got %s", r.Expect, r.Ruling.Verdict)}, rulingInWords(r.Ruling)...), "\n")
}

func (c *command) printUndecided(places []iamlint.Place) {
	if len(places) == 0 {
		fmt.Fprintln(c.out, "every statement decided a test")
		return
	}
	fmt.Fprintf(c.out, "%s decided no test:\n", count(len(places), "statement"))
	for _, p := range places {
		fmt.Fprintf(c.out, "  %s:%d: %s\n", printablePath(p.File), p.Line, printable(placeInWords(p)))
	}
}

func placeInWords(p iamlint.Place) string {
	if p.Sid != "" {
		return fmt.Sprintf("%q of %s", p.Sid, p.Policy)
	}
	return fmt.Sprintf("statement %d of %s", p.Statement+1, p.Policy)
}
