package terraform

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// FuzzLoad loads any text. Nothing may panic, and all positions must be in the
// file.
func FuzzLoad(f *testing.F) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range archives {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		var all strings.Builder
		for _, file := range ar.Files {
			if strings.HasSuffix(file.Name, ".tf") {
				all.Write(file.Data)
			}
		}
		f.Add(all.String())
	}
	f.Fuzz(func(t *testing.T, text string) {
		set := source.NewSet()
		file := set.Add("dir/main.tf", []byte(text))
		scope, problems := Load(set, "dir", []*source.File{file}, Options{})
		check := func(s policy.Span) {
			t.Helper()
			if s.IsValid() && (s.End() < s.Pos() || !file.Whole().Contains(s)) {
				t.Errorf("span %d-%d outside of the file", s.Pos(), s.End())
			}
		}
		values := func(values ...policy.Value) {
			for _, v := range values {
				check(v.Span)
				check(v.Use())
				for i := range v.Text() {
					check(v.Sub(i, i+1))
				}
				for _, h := range v.Holes() {
					check(h.Span)
				}
			}
		}
		for _, p := range problems {
			check(p.Span)
		}
		for _, d := range scope.Policies {
			check(d.Span)
			check(d.Head)
			for _, s := range d.Statements {
				check(s.Span)
				check(s.Head)
				for _, l := range []policy.List{s.Action, s.NotAction, s.Resource, s.NotResource} {
					check(l.Span)
					values(l.Values...)
				}
				for _, c := range s.Condition.Entries {
					values(c.Operator, c.Variable)
					values(c.Values...)
				}
			}
		}
	})
}
