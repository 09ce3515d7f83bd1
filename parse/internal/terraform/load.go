// Package terraform finds the policies in Terraform configurations, and
// evaluates as much of what they are made of as can be told without running
// anything: no providers, no state, no network.
package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// Options say what a module is applied with.
type Options struct {
	// Vars are the values of variables, as the command line gives them.
	Vars map[string]string

	// ReadFile reads a file that the configuration names. Its caller says what
	// may be read.
	ReadFile func(path string) (*source.File, error)
}

// Load reads the configuration files of one directory, which are one module,
// and returns the policies and identities in it. What keeps policies from being
// read is a problem; the rest is read all the same.
func Load(set *source.Set, dir string, files []*source.File, opts Options) (*policy.Scope, []source.Problem) {
	c, problems := readConfig(set, dir, files)
	l := &loader{opts: opts, set: set, dir: dir, templates: map[*source.File]hclsyntax.Expression{}}
	in := newInstance(l, c, "", rootArgs(c, opts.Vars))
	r := newRegistry(in)
	r.collect()
	scope := &policy.Scope{Name: dir}
	r.identities(scope)
	scope.Policies = r.finish()
	link(scope)
	problems = append(problems, l.problems...)
	slices.SortStableFunc(problems, func(a, b source.Problem) int { return l.compare(a.Span, b.Span) })
	return scope, problems
}
