package rules_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/rules"
)

// testDay is when the examples and archives are looked at.
var testDay = time.Date(2026, 6, 15, 0, 0, 0, 0, time.UTC)

var update = flag.Bool("update", false, "rewrite the out sections of testdata/rules")

// Every rule's examples run, and must be flagged exactly where they are marked.
func TestExamples(t *testing.T) {
	for _, r := range rules.All {
		name := r.Format
		if name == "" {
			name = "policy.json"
		}
		for which, text := range map[string]string{"bad": r.Bad, "good": r.Good} {
			t.Run(r.Name+"/"+which, func(t *testing.T) {
				t.Parallel()
				files := []txtar.File{{Name: name, Data: []byte(text)}}
				if r.Settings != "" {
					files = append(files, txtar.File{Name: ".iamlint.yaml", Data: []byte(r.Settings)})
				}
				c := newCase(t, r, files)
				report := c.lint(t)
				c.checkMarks(t, report)
				if which == "bad" && len(report.Findings) == 0 {
					t.Error("the rule finds nothing in its bad example")
				}
			})
		}
	}
}

// testdata/rules has an archive for each rule: files with the flagged text
// marked, the findings in the section "out", and what fixes make of a file in
// a section of its name with ".fixed".
func TestRules(t *testing.T) {
	for _, r := range rules.All {
		t.Run(r.Name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join("..", "testdata", "rules", r.Name+".txtar")
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			c := newCase(t, r, archive.Files)
			report := c.lint(t)
			c.checkMarks(t, report)
			c.checkFixed(t, report)
			checkFixMessages(t, report)
			out := listing(report)
			if *update {
				setSection(archive, "out", out)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(c.out, out); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// checkFixMessages: what a fix does stands behind "fix: ".
func checkFixMessages(t *testing.T, report *iamlint.Report) {
	t.Helper()
	for _, f := range report.Findings {
		for _, fix := range f.SuggestedFixes {
			if first, _, _ := strings.Cut(fix.Message, " "); first == "" || first != strings.ToLower(first) {
				t.Errorf("the fix %q does not start with a small letter", fix.Message)
			}
		}
	}
}

// A testCase is an archive, laid out in a directory.
type testCase struct {
	rule  *rules.Rule
	dir   string
	text  map[string]string // without marks
	marks map[string][][2]int
	fixed map[string]string
	out   string
}

func newCase(t *testing.T, r *rules.Rule, files []txtar.File) *testCase {
	t.Helper()
	c := &testCase{
		rule: r, dir: t.TempDir(),
		text: map[string]string{}, marks: map[string][][2]int{}, fixed: map[string]string{},
	}
	for _, f := range files {
		if f.Name == "out" {
			c.out = string(f.Data)
			continue
		}
		text, marks := rules.Unmark(string(f.Data))
		if name, ok := strings.CutSuffix(f.Name, ".fixed"); ok {
			c.fixed[name] = text
			continue
		}
		c.text[f.Name], c.marks[f.Name] = text, marks
		c.write(t, f.Name, text)
	}
	return c
}

func (c *testCase) write(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join(c.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// lint runs the rule, and no other, over the whole directory.
func (c *testCase) lint(t *testing.T) *iamlint.Report {
	t.Helper()
	opts := iamlint.Options{Dir: c.dir, Enable: []string{c.rule.Name}, Now: testDay}
	for _, r := range rules.All {
		if r != c.rule {
			opts.Disable = append(opts.Disable, r.Name)
		}
	}
	if _, ok := c.text[".iamlint.yaml"]; ok {
		cfg, err := iamlint.ReadConfig(filepath.Join(c.dir, ".iamlint.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		opts.Config = cfg
	}
	report, err := iamlint.Lint(opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range report.Failures {
		t.Error(err)
	}
	return report
}

// checkMarks compares the ranges of the findings with the marks.
func (c *testCase) checkMarks(t *testing.T, report *iamlint.Report) {
	t.Helper()
	got := map[string][]string{}
	for _, f := range report.Findings {
		at := report.Position(f.Pos)
		end := at.Offset + int(f.End-f.Pos)
		got[at.Filename] = append(got[at.Filename], shown(c.text[at.Filename], at.Offset, end))
	}
	for name, text := range c.text {
		var want []string
		for _, m := range c.marks[name] {
			want = append(want, shown(text, m[0], m[1]))
		}
		slices.Sort(want)
		slices.Sort(got[name])
		if diff := cmp.Diff(want, slices.Compact(got[name])); diff != "" {
			t.Errorf("%s: flagged text (-marked +flagged):\n%s%s", name, diff, listing(report))
		}
	}
}

// shown returns the text from one byte to another, and where it is.
func shown(text string, from, to int) string {
	if from > to || to > len(text) {
		return fmt.Sprintf("bytes %d to %d of %d", from, to, len(text))
	}
	return fmt.Sprintf("%6d: %q", from, text[from:to])
}

// checkFixed compares each file, with the first fix of every finding applied,
// with its section; the result must leave the rule silent.
func (c *testCase) checkFixed(t *testing.T, report *iamlint.Report) {
	t.Helper()
	edits := map[string][]analysis.TextEdit{}
	for _, f := range report.Findings {
		if len(f.SuggestedFixes) == 0 {
			continue
		}
		for _, e := range f.SuggestedFixes[0].TextEdits {
			name := report.Position(e.Pos).Filename
			edits[name] = append(edits[name], e)
		}
	}
	for name := range edits {
		if _, ok := c.fixed[name]; !ok {
			t.Errorf("%s has fixes, but the archive has no %s.fixed; it is:\n%s", name, name, apply(report, c.text[name], edits[name]))
		}
	}
	for name, want := range c.fixed {
		got := apply(report, c.text[name], edits[name])
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s.fixed (-want +got):\n%s", name, diff)
		}
		c.write(t, name, got)
	}
	if len(c.fixed) == 0 {
		return
	}
	again := c.lint(t)
	for _, f := range again.Findings {
		if at := again.Position(f.Pos); c.fixed[at.Filename] != "" && len(f.SuggestedFixes) > 0 {
			t.Errorf("%s: still reported after the fix: %s", at.Filename, f.Message)
		}
	}
}

// apply makes edits, from the last to the first; of two that overlap only the
// later one.
func apply(report *iamlint.Report, text string, edits []analysis.TextEdit) string {
	slices.SortFunc(edits, func(a, b analysis.TextEdit) int { return int(b.Pos - a.Pos) })
	last := len(text) + 1
	for _, e := range edits {
		from := report.Position(e.Pos).Offset
		to := from + int(e.End-e.Pos)
		if to > last {
			continue
		}
		text = text[:from] + string(e.NewText) + text[to:]
		last = from
	}
	return text
}

// listing writes the findings as the compact format does.
func listing(report *iamlint.Report) string {
	var b strings.Builder
	for _, f := range report.Findings {
		at := report.Position(f.Pos)
		fmt.Fprintf(&b, "%s:%d:%d: %s [%s]\n", at.Filename, at.Line, at.Column, f.Message, f.Rule.Name)
	}
	return b.String()
}

func setSection(a *txtar.Archive, name, data string) {
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = []byte(data)
			return
		}
	}
	a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(data)})
}
