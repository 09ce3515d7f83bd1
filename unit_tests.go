package iamlint

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/parse"
	"github.com/iamlint/iamlint/policy"
)

// A UnitTest is a case of a file of policy unit tests, and what is expected of
// it.
type UnitTest struct {
	Name   string
	File   string // as found
	Line   int
	Case   Case // with paths relative to the file's directory
	Expect access.Verdict
}

// A UnitTestResult is what came of a test.
type UnitTestResult struct {
	*UnitTest
	Ruling *Ruling // nil if there is an error
	Err    error   // what the test names cannot be read
}

// Passed says whether the decision is the one expected.
func (r *UnitTestResult) Passed() bool { return r.Err == nil && r.Ruling.Verdict == r.Expect }

// isUnitTestFile says whether a file holds policy unit tests, going by its name.
func isUnitTestFile(name string) bool {
	for _, suffix := range []string{".iamtest.yaml", ".iamtest.yml", ".iamtest.json"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}

// FindUnitTests reads the policy unit tests in files and below directories; no
// path is dir. The error is a [ConfigError] if it is about what stands in a
// file.
func FindUnitTests(dir string, paths []string, cfg *Config) ([]UnitTest, error) {
	files, err := parse.Find(resolve(dir, paths), isUnitTestFile)
	if err != nil {
		return nil, err
	}
	var tests []UnitTest
	for _, file := range files {
		list, err := readUnitTests(file, cfg)
		if err != nil {
			return nil, err
		}
		tests = append(tests, list...)
	}
	return tests, nil
}

// RunUnitTests decides each case, in order.
func RunUnitTests(tests []UnitTest) []UnitTestResult {
	results := make([]UnitTestResult, len(tests))
	inParallel(len(tests), func(i int) {
		t := &tests[i]
		ruling, err := Judge(t.Case)
		results[i] = UnitTestResult{t, ruling, err}
	})
	return results
}

// A Place is a statement as a reader finds it, whichever run has read it.
type Place struct {
	Policy    string
	File      string
	Line      int
	Statement int // from 0
	Sid       string
}

// Undecided returns the statements of the policies that tests were about and
// that decided none of them, by place.
func Undecided(results []UnitTestResult) []Place {
	decided, all := map[Place]bool{}, map[Place]bool{}
	for _, r := range results {
		if r.Ruling == nil {
			continue
		}
		for d, report := range r.Ruling.sources.reports {
			if !r.Ruling.Policies.Has(d) {
				continue
			}
			for _, s := range d.Statements {
				all[placeOf(report, d, s)] = true
			}
		}
		for _, by := range r.Ruling.By {
			if report := r.Ruling.Where(by.Policy); report != nil {
				decided[placeOf(report, by.Policy, by.Statement)] = true
			}
		}
	}
	var left []Place
	for p := range all {
		if !decided[p] {
			left = append(left, p)
		}
	}
	slices.SortFunc(left, comparePlaces)
	return left
}

func placeOf(report *Report, d *policy.Document, s *policy.Statement) Place {
	at := report.Position(s.Mark().Or(s.Span).Pos())
	name := d.Name
	if f := report.Fset.File(s.Span.Pos()); f != nil {
		if pointer, ok := strings.CutPrefix(name, filepath.ToSlash(f.Name())); ok {
			name = at.Filename + pointer
		}
	}
	return Place{name, filepath.ToSlash(at.Filename), at.Line, s.Index, s.SidText()}
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Policy, b.Policy), cmp.Compare(a.Statement, b.Statement))
}
