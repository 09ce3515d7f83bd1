package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/policy"
)

// Each directory in testdata/repos is a repository as people lay them out. The
// file beside it lists every policy in it: where it is written, what it is
// called and for, and what of it cannot be known.
func TestRepositories(t *testing.T) {
	listings, err := filepath.Glob(filepath.Join("..", "..", "testdata", "repos", "*.policies.txt"))
	if err != nil || len(listings) == 0 {
		t.Fatalf("no listings: %v", err)
	}
	for _, file := range listings {
		t.Run(filepath.Base(file), func(t *testing.T) {
			dir := strings.TrimSuffix(file, ".policies.txt")
			cfg, err := iamlint.ReadConfig(filepath.Join(dir, ".iamlint.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			report, err := iamlint.Load(iamlint.Options{Dir: dir, Config: cfg})
			if err != nil {
				t.Fatal(err)
			}
			got := listPolicies(report)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("policies (-want +got):\n%s", diff)
			}
		})
	}
}

// listPolicies writes a line for each policy.
func listPolicies(report *iamlint.Report) string {
	var docs []*policy.Document
	for _, s := range report.Scopes {
		for _, d := range s.Policies {
			if !d.IsInstance() {
				docs = append(docs, d)
			}
		}
	}
	where := func(d *policy.Document) string {
		at := report.Position(d.Pos())
		return fmt.Sprintf("%s:%d", at.Filename, at.Line)
	}
	slices.SortStableFunc(docs, func(a, b *policy.Document) int {
		p, q := report.Position(a.Pos()), report.Position(b.Pos())
		return cmp.Or(cmp.Compare(p.Filename, q.Filename), cmp.Compare(p.Offset, q.Offset), cmp.Compare(a.Kind, b.Kind))
	})
	var b strings.Builder
	for _, d := range docs {
		name := d.Name
		if _, ok := strings.CutPrefix(filepath.ToSlash(name), "../../testdata/repos/"); ok {
			name = "-" // a file's own path
		}
		kind := d.Kind.String()
		if d.Service != "" {
			kind += ":" + d.Service
		}
		fmt.Fprintf(&b, "%s %s %s", where(d), name, kind)
		if d.Unresolved {
			b.WriteString(" unresolved")
		}
		for i, expression := range expressions(d) {
			b.WriteString([]string{" unknown: ", ", "}[min(i, 1)] + expression)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// expressions returns what the unknown parts of a policy are taken from, each
// once.
func expressions(d *policy.Document) []string {
	var all []string
	for _, u := range unknowns(d) {
		if !slices.Contains(all, u.Expression) {
			all = append(all, u.Expression)
		}
	}
	return all
}
