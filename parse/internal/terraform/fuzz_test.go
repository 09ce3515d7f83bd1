package terraform

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/parse/internal/source"
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
		for _, p := range problems {
			if !file.Whole().Contains(p.Span) {
				t.Errorf("problem at %d-%d, outside of the file", p.Pos(), p.End())
			}
		}
		for _, d := range scope.Policies {
			checkPositions(t, []*source.File{file}, d)
		}
	})
}
