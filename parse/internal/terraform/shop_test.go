package terraform

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/parse/internal/source"
)

// TestRepository finds all policies of a larger tree: the listing beside it
// says which there are, and what each is.
func TestRepository(t *testing.T) {
	const root = "../../../testdata/repos/shop"
	want, err := os.ReadFile(root + ".policies.txt")
	if err != nil {
		t.Skip("the repository is not there")
	}
	dirs := map[string][]string{}
	err = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(p, ".tf") {
			dirs[filepath.Dir(p)] = append(dirs[filepath.Dir(p)], p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for dir, paths := range dirs {
		listDir(t, root, dir, paths, got)
	}
	for line := range strings.Lines(string(want)) {
		f := strings.Fields(line)
		if name, _, _ := strings.Cut(f[0], ":"); !strings.HasSuffix(name, ".tf") && !strings.HasSuffix(name, ".tftpl") {
			continue
		}
		if line := strings.Join(f[:3], " "); !got[line] {
			t.Errorf("not found: %s", line)
		}
	}
}

// listDir adds "file:line name kind" of all policies in a directory.
func listDir(t *testing.T, root, dir string, paths []string, got map[string]bool) {
	set := source.NewSet()
	read := func(p string) (*source.File, error) {
		text, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		return set.Add(p, text), nil
	}
	var files []*source.File
	for _, p := range paths {
		f, err := read(p)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	scope, problems := Load(set, dir, files, Options{ReadFile: read})
	for _, p := range problems {
		t.Errorf("%s: %s", set.FileSet.Position(p.Pos()), p.Message)
	}
	all := set.Files()
	for _, d := range scope.Policies {
		checkPositions(t, all, d)
		kind := d.Kind.String()
		if d.Service != "" {
			kind += ":" + d.Service
		}
		for _, f := range all {
			if f.Whole().Contains(d.Head) {
				rel, _ := filepath.Rel(root, f.Path)
				line := strings.Count(string(f.Text[:f.Offset(d.Head.Pos())]), "\n") + 1
				got[fmt.Sprintf("%s:%d %s %s", filepath.ToSlash(rel), line, d.Name, kind)] = true
			}
		}
	}
}
