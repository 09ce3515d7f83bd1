package terraform

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/parse/internal/source"
)

// readConfig reads those files of a directory that can matter, in the order of
// their paths.
func readConfig(set *source.Set, dir string, files []*source.File) (*config, []source.Problem) {
	c := newConfig(dir)
	var problems []source.Problem
	files, others := needed(files)
	for _, f := range others {
		set.Remove(f)
	}
	for _, f := range slices.SortedFunc(slices.Values(files), source.ByPath) {
		problems = append(problems, c.read(f)...)
	}
	c.finish()
	return c, problems
}

// read takes in one file. Of a file that does not parse it takes what stands
// before the first error: behind it, nothing is certain to be what it seems.
func (c *config) read(f *source.File) []source.Problem {
	if p := bounded(f); p != nil {
		return []source.Problem{*p}
	}
	parsed, diags := guarded(hclsyntax.ParseConfig, f)
	problems, upTo := syntaxProblems(f, diags)
	if parsed != nil {
		if body, ok := parsed.Body.(*hclsyntax.Body); ok {
			c.add(f, body, upTo)
		}
	}
	if i := bytes.IndexByte(f.Text, 0); i >= 0 && len(problems) > 0 { // one mistake, not one a byte
		at := min(i, upTo)
		return []source.Problem{{Kind: source.Syntax, Span: f.Span(at, at), Message: "file is not UTF-8 text"}}
	}
	return problems
}

// guarded calls one of hcl's parsers. They panic where they lose track of the
// brackets: such a text is in error, whatever the error is.
func guarded[T any](parse func([]byte, string, hcl.Pos) (T, hcl.Diagnostics), f *source.File) (parsed T, diags hcl.Diagnostics) {
	defer func() {
		if recover() != nil {
			diags = hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "the file cannot be parsed", Subject: &hcl.Range{}}}
		}
	}()
	return parse(f.Text, f.Path, hcl.InitialPos)
}

// bounded says what is wrong with a file that the parser must not be given.
func bounded(f *source.File) *source.Problem {
	switch {
	case len(f.Text) > maxFile:
		return limit(f, fmt.Sprintf("file is not read: it is larger than %d MiB", maxFile>>20))
	case tooDeep(f.Text):
		return limit(f, fmt.Sprintf("file is not read: it nests deeper than %d levels, or has a string of more than %d lines", maxNesting, maxPieces))
	}
	return nil
}

func limit(f *source.File, message string) *source.Problem {
	return &source.Problem{Kind: source.InputLimit, Span: f.Span(0, 0), Message: message}
}

// syntaxProblems returns the parser's errors, by place, and where the first
// one starts.
func syntaxProblems(f *source.File, diags hcl.Diagnostics) (problems []source.Problem, first int) {
	first = len(f.Text)
	for _, d := range diags {
		if d.Severity != hcl.DiagError || d.Subject == nil {
			continue
		}
		at := spanOf(f, *d.Subject)
		first = min(first, f.Offset(at.Pos()))
		problems = append(problems, source.Problem{Kind: source.Syntax, Span: at, Message: plain(d)})
	}
	slices.SortStableFunc(problems, func(a, b source.Problem) int { return int(a.Pos() - b.Pos()) })
	problems = slices.CompactFunc(problems, func(a, b source.Problem) bool { return a.Pos() == b.Pos() })
	return problems[:min(len(problems), maxErrors)], first
}

// plain returns what the parser says in one line: its detail, which is a
// sentence, if it has any.
func plain(d *hcl.Diagnostic) string {
	text, _, _ := strings.Cut(d.Detail, "\n")
	if text == "" {
		text = d.Summary
	}
	return strings.TrimSuffix(strings.Join(strings.Fields(text), " "), ".")
}
