package walk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plant makes a tree in a new directory, which becomes the working directory.
// An entry is "file", "file=content", "folder/" or "link -> target".
func plant(t testing.TB, entries ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, e := range entries {
		path, content, _ := strings.Cut(e, "=")
		path, target, isLink := strings.Cut(path, " -> ")
		full := filepath.Join(dir, filepath.FromSlash(path))
		var err error
		switch {
		case strings.HasSuffix(path, "/"):
			err = os.MkdirAll(full, 0o755)
		case isLink:
			err = errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.Symlink(filepath.FromSlash(target), full))
			if err != nil && runtime.GOOS == "windows" {
				t.Skip("no right to make symbolic links")
			}
		default:
			err = errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.WriteFile(full, []byte(content), 0o644))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if t, ok := t.(*testing.T); ok {
		t.Chdir(dir)
	}
	return dir
}

func isTerraform(name string) bool { return filepath.Ext(name) == ".tf" }

// show returns what Files returns as lines: "path", "path (named)" and
// "path: problem".
func show(t *testing.T, roots []string, opts Options) []string {
	t.Helper()
	files, problems, err := Files(roots, opts)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range files {
		line := filepath.ToSlash(f.Path)
		if f.Named {
			line += " (named)"
		}
		lines = append(lines, line)
	}
	for _, p := range problems {
		lines = append(lines, fmt.Sprintf("%s: %s", filepath.ToSlash(p.Path), p.Err))
	}
	return lines
}

var fileTests = []struct {
	name    string
	tree    []string
	roots   []string
	exclude []string
	want    []string
}{
	{
		name:  "wanted files in the order of their paths",
		tree:  []string{"b.tf", "a/z.tf", "a/b/c.tf", "a-b.tf", "a/readme.md", ".hidden/x.tf"},
		roots: []string{"."},
		want:  []string{".hidden/x.tf", "a-b.tf", "a/b/c.tf", "a/z.tf", "b.tf"},
	},
	{
		name:  "paths start as the root does",
		tree:  []string{"a/b/c.tf"},
		roots: []string{"./a/"},
		want:  []string{"a/b/c.tf"},
	},
	{
		name:  "a root above the working directory",
		tree:  []string{"a.tf"},
		roots: []string{"../001"},
		want:  []string{"../001/a.tf"},
	},
	{
		name:  "roots that overlap",
		tree:  []string{"a/b.tf", "a/c.tf", "d.tf"},
		roots: []string{".", "a", "a/c.tf", "./a/c.tf"},
		want:  []string{"a/b.tf", "a/c.tf (named)", "d.tf"},
	},
	{
		name:  "folders that are never walked, but as roots",
		tree:  []string{".terraform/a.tf", "x/.terragrunt-cache/a.tf", "node_modules/a.tf", "vendor/a.tf", "vendor/vendor/a.tf", "vendor.tf"},
		roots: []string{".", "vendor"},
		want:  []string{"vendor.tf", "vendor/a.tf"},
	},
	{
		name:  "a named file is not ignored and may be of any kind",
		tree:  []string{".git/", ".gitignore=*", "a.tf", "b.txt", "vendor/c.tf"},
		roots: []string{"a.tf", "b.txt", "vendor/c.tf"},
		want:  []string{"a.tf (named)", "b.txt (named)", "vendor/c.tf (named)"},
	},
	{
		name:  "a root that is not there",
		tree:  []string{"a.tf"},
		roots: []string{"b.tf", "a.tf", "c/d.tf"},
		want:  []string{"a.tf (named)", "b.tf: file does not exist", "c/d.tf: file does not exist"},
	},
	{
		name:  "nested .gitignore files",
		tree:  []string{".gitignore=*.gen.tf\n/only.tf\n", "x.gen.tf", "only.tf", "a/only.tf", "a/.gitignore=!keep.gen.tf", "a/keep.gen.tf", "a/b/keep.gen.tf", "a/b/x.gen.tf"},
		roots: []string{"."},
		want:  []string{"a/b/keep.gen.tf", "a/keep.gen.tf", "a/only.tf"},
	},
	{
		name:  "nothing in an ignored folder comes back",
		tree:  []string{".gitignore=out/\n!out/a.tf\n", "out/.gitignore=!*", "out/a.tf", "b/out"},
		roots: []string{"."},
	},
	{
		name:  ".gitignore above the root, up to the work tree",
		tree:  []string{".gitignore=a.tf", "repo/.git/info/exclude=b.tf", "repo/.gitignore=c.tf\n/x/y/d.tf\n", "repo/x/.gitignore=y/e.tf", "repo/x/y/a.tf", "repo/x/y/b.tf", "repo/x/y/c.tf", "repo/x/y/d.tf", "repo/x/y/e.tf"},
		roots: []string{"repo/x/y"},
		want:  []string{"repo/x/y/a.tf"},
	},
	{
		name:  "an ignored root is walked",
		tree:  []string{".git/", ".gitignore=x/\n*.gen.tf\n", "x/a.tf", "x/a.gen.tf"},
		roots: []string{".", "x"},
		want:  []string{"x/a.tf"},
	},
	{
		name:  "a work tree within has rules of its own",
		tree:  []string{".git/", ".gitignore=a.tf", "sub/.git=gitdir: ../.git/modules/sub", "sub/a.tf", "nest/.git/info/exclude=b.tf", "nest/a.tf", "nest/b.tf", "c/a.tf"},
		roots: []string{"."},
		want:  []string{"nest/a.tf", "sub/a.tf"},
	},
	{
		name:  "an ignore file too large",
		tree:  []string{".gitignore=*.tf\n" + strings.Repeat("#", maxIgnoreFile), "a.tf"},
		roots: []string{"."},
		want:  []string{"a.tf", ".gitignore: too large or complex, its patterns are not used"},
	},
	{
		name:    "exclude holds for all",
		tree:    []string{"a.tf", "testdata/b.tf", "x/testdata/y/c.tf", "x/d.tf", "e/f.tf", "e/g/h.tf"},
		roots:   []string{".", "testdata", "testdata/b.tf", "x/testdata/y", "x/testdata/y/c.tf", "e/g/h.tf"},
		exclude: []string{"**/testdata/**", "e"},
		want:    []string{"a.tf", "x/d.tf"},
	},
	{
		name:    "exclude with a slash at the end, alternatives and a dot",
		tree:    []string{"a/x.tf", "b/x.tf", "c/x.tf", "d/x.tf"},
		roots:   []string{"."},
		exclude: []string{"a/", "{b,e}/*.tf", "./c/*"},
		want:    []string{"d/x.tf"},
	},
}

func TestFiles(t *testing.T) {
	for _, test := range fileTests {
		t.Run(test.name, func(t *testing.T) {
			plant(t, test.tree...)
			got := show(t, test.roots, Options{Want: isTerraform, Exclude: test.exclude})
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAbsoluteRoot(t *testing.T) {
	dir := plant(t, "a/b.tf", "a/c.txt")
	files, problems, err := Files([]string{dir, filepath.Join("a", "c.txt"), "a"}, Options{Want: isTerraform})
	want := []File{{Path: filepath.Join(dir, "a", "b.tf")}, {Path: filepath.Join("a", "c.txt"), Named: true}}
	slices.SortFunc(want, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	if diff := cmp.Diff(want, files); diff != "" || len(problems) > 0 || err != nil {
		t.Errorf("files (-want +got):\n%s%v %v", diff, problems, err)
	}
}

func TestExcludeBase(t *testing.T) {
	for _, test := range []struct {
		base, glob, root string
		want             []string
	}{
		{".", "sub/a.tf", "sub", []string{"sub/b/a.tf"}},
		{"sub", "a.tf", "sub", []string{"sub/b/a.tf"}},
		{"sub", "a.tf", ".", []string{"a.tf", "sub/b/a.tf"}},
		{"sub", "*", ".", []string{"a.tf"}},
		{"sub", "?", ".", []string{"a.tf", "sub/a.tf"}},
		{"sub/b", "**/a.tf", "sub", nil},
		{"sub/b", "../a.tf", "sub", []string{"sub/b/a.tf"}},
		{"sub/b", "*/a.tf", "sub/a.tf", nil},
		{"sub/b", "*", "a.tf", []string{"a.tf (named)"}},
	} {
		t.Run(test.base+" "+test.glob+" "+test.root, func(t *testing.T) {
			plant(t, "a.tf", "sub/a.tf", "sub/b/a.tf")
			got := show(t, []string{test.root}, Options{Want: isTerraform, Exclude: []string{test.glob}, ExcludeBase: filepath.FromSlash(test.base)})
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
}

// A folder that **/testdata/** excludes must not be opened at all.
func TestExcludePrunes(t *testing.T) {
	plant(t, "x/testdata/a.tf", "b.tf")
	forbid(t, filepath.Join("x", "testdata"))
	got := show(t, []string{"."}, Options{Want: isTerraform, Exclude: []string{"**/testdata/**"}})
	if diff := cmp.Diff([]string{"b.tf"}, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestMalformedGlob(t *testing.T) {
	for _, glob := range []string{"[", "a{b", `\`, "[]", strings.Repeat("{a,b}", 20)} {
		_, _, err := Files([]string{"."}, Options{Exclude: []string{"ok/**", glob}})
		if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("%q", glob)) {
			t.Errorf("glob %q: error %v does not name it", glob, err)
		}
	}
}

// forbid takes the rights on a file or folder away until the end of the test,
// which is skipped if that does not keep the user from reading.
func forbid(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(path, info.Mode()) })
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(path); err == nil {
		f.Close()
		t.Skip("this user can read everything")
	}
}

func TestUnreadable(t *testing.T) {
	plant(t, "a/x.tf", "b/x.tf", "c/.gitignore", "c/x.tf")
	forbid(t, "a")
	forbid(t, filepath.Join("c", ".gitignore"))
	want := []string{"b/x.tf", "c/x.tf", "a: permission denied", "a/x.tf: permission denied", "c/.gitignore: permission denied"}
	got := show(t, []string{".", "a/x.tf"}, Options{Want: isTerraform})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestNilWant(t *testing.T) {
	plant(t, "a.tf", "b")
	if got := show(t, []string{"."}, Options{}); !slices.Equal(got, []string{"a.tf", "b"}) {
		t.Errorf("got %q", got)
	}
}

func TestProblemsAreErrors(t *testing.T) {
	plant(t)
	_, problems, _ := Files([]string{"none"}, Options{})
	if len(problems) != 1 || !errors.Is(problems[0].Err, fs.ErrNotExist) {
		t.Errorf("got %v, want one problem that is fs.ErrNotExist", problems)
	}
}

func TestRoot(t *testing.T) {
	dir, err := filepath.EvalSymlinks(plant(t, "a/.git/", "a/b/c/", "a/sub/.git=gitdir: x", "a/sub/d/", "l -> a/sub/d"))
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"a": "a", "a/b/c": "a", "a/sub": "a/sub", "a/sub/d": "a/sub", "l": "a/sub", "none": "",
	} {
		got, ok := Root(filepath.FromSlash(in))
		if want != "" {
			want = filepath.Join(dir, filepath.FromSlash(want))
		}
		if got != want || ok != (want != "") {
			t.Errorf("Root(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}
