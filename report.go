package iamlint

import (
	"cmp"
	"go/token"
	"slices"

	"github.com/iamlint/iamlint/parse"
	"github.com/iamlint/iamlint/policy"
	"github.com/iamlint/iamlint/rules"
)

// A Report is what was read and what was found.
type Report struct {
	Fset     *token.FileSet
	Scopes   []*policy.Scope
	Rules    []*rules.Rule    // that ran
	Findings []*rules.Finding // by file, offset and rule
	Failures []error          // of iamlint itself
	Summary  Summary

	places   *places
	problems []parse.Problem
	focus    map[string]bool // paths to report on, as parse has them; nil is all
	prints   map[*rules.Finding]string
}

// A Summary counts.
type Summary struct {
	Files      int // looked into
	Policies   int
	Statements int
	Principals int                    // users, groups, roles and permission sets declared
	Findings   map[rules.Severity]int // reported, by severity
	Ignored    int                    // findings that an ignore entry or comment covers
	Baselined  int                    // findings that are not new
	Unresolved int                    // policies whose document cannot be known
}

func newReport(dir string, read *parse.Result) *Report {
	r := &Report{
		Fset: read.FileSet, Scopes: read.Scopes,
		places:   newPlaces(dir, read),
		problems: read.Problems, focus: read.Focus,
	}
	r.Summary.Files = read.Examined
	r.Summary.Findings = map[rules.Severity]int{}
	for _, s := range r.Scopes {
		r.Summary.add(s)
	}
	return r
}

// add counts what is in a scope.
func (s *Summary) add(scope *policy.Scope) {
	for _, d := range scope.Policies {
		if d.Twin != nil {
			continue
		}
		s.Policies++
		s.Statements += len(d.Statements)
		if d.Unresolved {
			s.Unresolved++
		}
	}
	for _, id := range scope.Identities {
		if !id.Undeclared {
			s.Principals++
		}
	}
}

// setFindings takes what was found, as configured.
func (r *Report) setFindings(found []*rules.Finding, opts Options) {
	found = slices.DeleteFunc(found, func(f *rules.Finding) bool {
		if s, ok := opts.Config.ruleSeverity(f.Rule.Name); ok {
			f.Severity = s
		}
		return f.Severity < opts.MinSeverity || !r.concerns(f) ||
			opts.Config.ruleExcludes(f.Rule.Name, r.places.file(f.Pos))
	})
	slices.SortStableFunc(found, r.order)
	r.Findings = merge(found)
	r.places.openAll(r.filesFound())
	for _, f := range r.Findings {
		r.Summary.Findings[f.Severity]++
	}
}

// filesFound returns the files that findings are in.
func (r *Report) filesFound() []*token.File {
	var files []*token.File
	for _, f := range r.Findings {
		if file := r.Fset.File(f.Pos); file != nil && (len(files) == 0 || files[len(files)-1] != file) {
			files = append(files, file)
		}
	}
	return files
}

// order sorts findings by file, offset and rule; positions do not, since files
// are read in parallel.
func (r *Report) order(a, b *rules.Finding) int {
	p, q := r.places.locate(a.Pos), r.places.locate(b.Pos)
	return cmp.Or(
		cmp.Compare(p.path, q.path), cmp.Compare(p.offset, q.offset), cmp.Compare(a.Rule.Name, b.Rule.Name),
		cmp.Compare(a.End-a.Pos, b.End-b.Pos), cmp.Compare(a.Message, b.Message),
	)
}

// concerns says whether the finding is about a file that was asked for.
func (r *Report) concerns(f *rules.Finding) bool {
	if r.focus == nil || r.focus[r.places.file(f.Pos)] {
		return true
	}
	for _, rel := range f.Related {
		if r.focus[r.places.file(rel.Pos)] {
			return true
		}
	}
	return false
}

// Worst returns the greatest severity of the findings, 0 if there are none.
func (r *Report) Worst() rules.Severity {
	var worst rules.Severity
	for _, f := range r.Findings {
		worst = max(worst, f.Severity)
	}
	return worst
}
