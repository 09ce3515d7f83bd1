package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint"
)

// inputFlags say what to read.
type inputFlags struct {
	config    string
	exclude   []string
	vars      []string
	stdinName string
}

func (f *inputFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.config, "config", "", "configuration `FILE` (default: the nearest .iamlint.yaml upward, in the git work tree)")
	flags.StringArrayVar(&f.exclude, "exclude", nil, "leave out files that `GLOB` matches, relative to the working directory; ** is any depth; repeatable")
	flags.StringArrayVar(&f.vars, "var", nil, "`NAME=VALUE` of a Terraform root variable; repeatable")
	flags.StringVar(&f.stdinName, "stdin-name", "", "`NAME` that standard input, the path -, is reported under; its suffix tells the language")
}

// options returns the options to read the paths with.
func (f *inputFlags) options(c *command, paths []string) (iamlint.Options, error) {
	opts := iamlint.Options{Dir: c.dir, Paths: paths, Exclude: f.exclude}
	var err error
	if opts.Vars, err = f.variables(); err != nil {
		return opts, err
	}
	if err := f.readStdin(c, &opts); err != nil {
		return opts, err
	}
	opts.Config, err = f.readConfig(c)
	return opts, err
}

func (f *inputFlags) variables() (map[string]string, error) {
	vars := make(map[string]string, len(f.vars))
	for _, v := range f.vars {
		name, value, ok := strings.Cut(v, "=")
		if !ok || name == "" {
			return nil, usagef("--var %s: want NAME=VALUE", v)
		}
		vars[name] = value
	}
	return vars, nil
}

func (f *inputFlags) readStdin(c *command, opts *iamlint.Options) error {
	if !slices.Contains(opts.Paths, "-") {
		if f.stdinName != "" {
			return usagef("--stdin-name names standard input, which is the path -")
		}
		return nil
	}
	text, err := io.ReadAll(c.stdin)
	if err != nil {
		return fmt.Errorf("read standard input: %w", err)
	}
	name := f.stdinName
	if name == "" {
		name = "<stdin>"
	}
	opts.Stdin, opts.StdinName = text, c.path(name)
	return nil
}

// readConfig reads the configuration file, if there is one.
func (f *inputFlags) readConfig(c *command) (*iamlint.Config, error) {
	path := f.config
	if path == "" {
		var err error
		if path, err = iamlint.FindConfig(c.dir); err != nil {
			return nil, usageError{err}
		}
		if path == "" {
			return &iamlint.Config{}, nil
		}
	}
	cfg, err := iamlint.ReadConfig(c.path(path))
	if wrong, ok := errors.AsType[*iamlint.ConfigError](err); ok {
		wrong.Path = c.shown(wrong.Path)
		fmt.Fprintln(c.stderr, printableLines(wrong.Error()))
		return nil, exit(exitUsage)
	}
	if err != nil {
		return nil, usageError{err}
	}
	return cfg, nil
}

// shown returns a path relative to the working directory, if it is below.
func (c *command) shown(path string) string {
	dir, err := filepath.Abs(c.dir)
	if err != nil {
		return path
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	rel, err := filepath.Rel(dir, abs)
	if err != nil {
		return path
	}
	return filepath.ToSlash(rel)
}
