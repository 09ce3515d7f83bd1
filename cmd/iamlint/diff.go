package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/access"
)

const diffLong = `Diff says what policies grant on the new side that they do not on the old one, and
what access is lost; for each with a request that only one side allows, which has
been evaluated on both. OLD and NEW are two files or two directories; with --rev,
two git revisions, and the paths narrow what is compared. In --rev A or A.. the new
side is the work tree.

Policies are paired by name: the address in Terraform, the path of a file. Those of
a user or role of which all are known are compared together, within its permissions
boundary: a statement that moves from one to another is no change.

It exits with 1 if the new side grants more, and if that cannot be known.`

const diffExample = `  iamlint diff old.json new.json
  iamlint diff --rev main..HEAD
  iamlint diff --rev main modules/app --format markdown`

// diffFlags are the flags of diff.
type diffFlags struct {
	inputFlags
	format   string
	revision string
}

var diffFormats = []string{"text", "json", "markdown"}

func (c *command) diffCommand() *cobra.Command {
	f := diffFlags{}
	cmd := &cobra.Command{
		Use:     "diff [flags] {OLD NEW | --rev A..B [path...]}",
		Short:   "Say what access a change of policies adds",
		Long:    diffLong,
		Example: diffExample,
		Args:    cobra.ArbitraryArgs,
		RunE:    func(_ *cobra.Command, args []string) error { return c.diff(&f, args) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.revision, "rev", "", "compare two git revisions: `A..B`; A alone with the work tree")
	flags.StringVar(&f.format, "format", "text", "print as `FORMAT`: text, json or markdown")
	flags.StringVar(&f.config, "config", "", "configuration `FILE` (default: the nearest .iamlint.yaml upward, in the git work tree)")
	flags.StringArrayVar(&f.vars, "var", nil, "`NAME=VALUE` of a Terraform root variable; repeatable")
	complete(cmd, "format", fixed(diffFormats...))
	return cmd
}

// diff compares and prints what came of it.
func (c *command) diff(f *diffFlags, args []string) error {
	if !slices.Contains(diffFormats, f.format) {
		return usagef("--format %s: use text, json or markdown", f.format)
	}
	opts := iamlint.DiffOptions{}
	var err error
	if opts.Vars, err = f.variables(); err != nil {
		return err
	}
	if opts.Config, err = f.readConfig(c); err != nil {
		return err
	}
	done, err := c.sides(f, args, &opts)
	defer done()
	if err != nil {
		return err
	}
	d, err := iamlint.Diff(opts)
	if err != nil {
		return usageError{err}
	}
	switch f.format {
	case "json":
		err = encodeJSON(c.out, jsonDifferenceOf(d))
	case "markdown":
		err = c.writeDifference(markdownDifference(d))
	default:
		err = c.writeDifference(textDifference(d))
	}
	if err == nil && d.Verdict != access.No {
		err = exit(exitFindings)
	}
	return err
}

// sides sets what is compared. The function that it returns is to be called once
// that is done.
func (c *command) sides(f *diffFlags, args []string, opts *iamlint.DiffOptions) (done func(), err error) {
	if f.revision != "" {
		return c.revisions(f.revision, args, opts)
	}
	done = func() {}
	if len(args) != 2 {
		return done, usagef("name what to compare: OLD and NEW, or --rev A..B")
	}
	old, oldErr := os.Stat(c.path(args[0]))
	new, newErr := os.Stat(c.path(args[1]))
	if err := errors.Join(oldErr, newErr); err != nil {
		return done, usageError{err}
	}
	if old.IsDir() != new.IsDir() {
		return done, usagef("%s and %s: one is a directory, the other a file", args[0], args[1])
	}
	opts.Old, opts.New = c.source(args[0], old.IsDir()), c.source(args[1], new.IsDir())
	return done, nil
}

func (c *command) source(path string, isDir bool) iamlint.Source {
	if isDir {
		return iamlint.Source{Dir: c.path(path), Shown: strings.TrimSuffix(filepath.ToSlash(path), "/") + "/"}
	}
	shown := ""
	if dir := filepath.Dir(path); dir != "." {
		shown = filepath.ToSlash(dir) + "/"
	}
	return iamlint.Source{Dir: filepath.Dir(c.path(path)), Paths: []string{filepath.Base(path)}, Shown: shown, Alone: true}
}

// revisions checks out what is compared.
func (c *command) revisions(spec string, paths []string, opts *iamlint.DiffOptions) (done func(), err error) {
	from, to, _ := strings.Cut(spec, "..")
	to = strings.TrimPrefix(to, ".")
	var made []*iamlint.Checkout
	done = func() {
		for _, m := range made {
			m.Remove()
		}
	}
	side := func(revision string) (iamlint.Source, error) {
		if revision == "" {
			return iamlint.Source{Dir: c.path("."), Paths: paths}, nil
		}
		m, err := iamlint.CheckOut(c.path("."), revision)
		if err != nil {
			return iamlint.Source{}, usageError{err}
		}
		made = append(made, m)
		return iamlint.Source{Dir: m.Dir, Paths: existing(m.Dir, paths), Shown: revision + ":"}, nil
	}
	if from == "" {
		return done, usagef("--rev %s: want A..B", spec)
	}
	if opts.Old, err = side(from); err != nil {
		return done, err
	}
	opts.New, err = side(to)
	return done, err
}

// existing returns the paths that there are, or if that is none, one directory
// without anything.
func existing(dir string, paths []string) []string {
	var list []string
	for _, p := range paths {
		if _, err := os.Stat(filepath.Join(dir, p)); err == nil {
			list = append(list, p)
		}
	}
	return list
}
