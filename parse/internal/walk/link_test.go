package walk

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	leaves  = ": symbolic link leaves the linted tree"
	nowhere = ": symbolic link leads nowhere"
)

var linkTests = []struct {
	name    string
	tree    []string
	roots   []string
	exclude []string
	want    []string
}{
	{
		name:  "a link stands for its target, once",
		tree:  []string{"a/x.tf", "b/y.tf -> ../a/x.tf", "b/z.tf -> y.tf"},
		roots: []string{".", "b/z.tf"},
		want:  []string{"a/x.tf (named)"},
	},
	{
		name:  "to elsewhere in the work tree",
		tree:  []string{".git/", "a/x.tf", "b/c/y.tf -> ../../a/x.tf"},
		roots: []string{"b"},
		want:  []string{"a/x.tf"},
	},
	{
		name:  "to what is ignored or never walked",
		tree:  []string{".gitignore=gen", "gen/x.tf", ".terraform/y.tf", "a.tf -> gen/x.tf", "b.tf -> .terraform/y.tf"},
		roots: []string{"."},
		want:  []string{".terraform/y.tf", "gen/x.tf"},
	},
	{
		name:  "that is ignored",
		tree:  []string{".gitignore=a.tf\nb.tf/\n/x", "x/1.tf", "x/2.tf", "a.tf -> x/1.tf", "b.tf -> x/2.tf"},
		roots: []string{"."},
		want:  []string{"x/2.tf"},
	},
	{
		name:    "excluded, or to what is",
		tree:    []string{"x/1.tf", "y/2.tf", "a.tf -> x/1.tf", "b.tf -> y/2.tf"},
		roots:   []string{"a.tf", "b.tf", "."},
		exclude: []string{"a.tf", "y"},
		want:    []string{"x/1.tf"},
	},
	{
		name:  "to a file whose name does not tell",
		tree:  []string{"x.template", "a.tf -> x.template", "b.tf -> x.template", "c.tf -> x.template"},
		roots: []string{".", "c.tf"},
		want:  []string{"a.tf (named)"},
	},
	{
		name:  "out of the named folder, without a work tree",
		tree:  []string{"x.tf", "a/y.tf -> ../x.tf", "a/z.tf"},
		roots: []string{"a", "a/y.tf"},
		want:  []string{"a/z.tf", "a/y.tf" + leaves},
	},
	{
		name:  "to another named folder, or its work tree",
		tree:  []string{"a/x.tf", "b/y.tf -> ../a/x.tf", "b/z.tf -> ../r/c/z.tf", "r/.git/", "r/c/z.tf", "r/d/"},
		roots: []string{"b", "r/d", "a"},
		want:  []string{"a/x.tf", "r/c/z.tf"},
	},
	{
		name:  "into a folder that is named through a link",
		tree:  []string{"a/x.tf", "l -> a", "b/y.tf -> ../a/x.tf"},
		roots: []string{"b", "l"},
		want:  []string{"a/x.tf"},
	},
	{
		name:  "out of the work tree",
		tree:  []string{"x.tf", "r-evil/x.tf", "r/.git/", "r/a.tf -> ../x.tf", "r/b.tf -> ../r-evil/x.tf", "r/readme -> ../x.tf", "r/dir -> ../r-evil", "r/c.tf"},
		roots: []string{"r", "r/dir"},
		want:  []string{"r/c.tf", "r/a.tf" + leaves, "r/b.tf" + leaves, "r/dir" + leaves},
	},
	{
		name:  "to folders, loops",
		tree:  []string{"a/b/x.tf", "a/b/up -> ../..", "c -> a", "d.tf -> a/b", "e.tf -> e.tf", "vendor -> .."},
		roots: []string{"."},
		want:  []string{"a/b/x.tf", "e.tf: too many levels of symbolic links"},
	},
	{
		name:  "broken",
		tree:  []string{"a.tf -> none", "readme -> none"},
		roots: []string{".", "readme"},
		want:  []string{"a.tf" + nowhere, "readme" + nowhere},
	},
	{
		name:  "a root that is a link to a folder",
		tree:  []string{"r/.git/", "r/.gitignore=x.tf", "r/a/x.tf", "r/a/y.tf", "r/a/z.tf -> ../b/z.tf", "r/b/z.tf", "l -> r/a", "r/m -> b"},
		roots: []string{"l", "r/m"},
		want:  []string{"r/b/z.tf", "l/y.tf"}, // l is not where .. says
	},
	{
		name:  "a linked .gitignore is not followed",
		tree:  []string{"rules=*.tf", ".gitignore -> rules", "a.tf"},
		roots: []string{"."},
		want:  []string{"a.tf"},
	},
}

func TestLinks(t *testing.T) {
	for _, test := range linkTests {
		t.Run(test.name, func(t *testing.T) {
			dir, err := filepath.EvalSymlinks(plant(t, test.tree...))
			if err != nil {
				t.Fatal(err)
			}
			got := show(t, test.roots, Options{Want: isTerraform, Exclude: test.exclude})
			for i := range got {
				if rel, err := filepath.Rel(dir, got[i]); err == nil {
					got[i] = filepath.ToSlash(rel)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
}
