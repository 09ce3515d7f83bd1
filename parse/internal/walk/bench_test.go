package walk

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// plantMany makes a tree of 10,000 files in 500 folders, half of them wanted,
// with ignore files as repositories have them.
func plantMany(b *testing.B) string {
	entries := []string{
		".git/info/exclude=*.swp\n", ".gitignore=*.log\n*.tfstate\n*.tfstate.*\n.DS_Store\n/dist/\nbuild/\n**/coverage/*.html\n!keep.log\n",
		"m0/.gitignore=/local.tf\n*.bak\n",
	}
	for i := range 500 {
		for j := range 20 {
			entries = append(entries, fmt.Sprintf("m%d/s%d/f%d.%s", i/25, i, j, []string{"tf", "md"}[j%2]))
		}
	}
	return plant(b, entries...)
}

func BenchmarkFiles(b *testing.B) {
	dir := plantMany(b)
	for _, bench := range []struct {
		name    string
		exclude []string
	}{{"plain", nil}, {"exclude", []string{"**/testdata/**", "m1/**/*.json"}}} {
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				files, problems, err := Files([]string{dir}, Options{Want: isTerraform, Exclude: bench.exclude, ExcludeBase: dir})
				if len(files) != 5000 || len(problems) > 0 || err != nil {
					b.Fatal(len(files), problems, err)
				}
			}
		})
	}
}

// BenchmarkReadDir is what the system takes for BenchmarkFiles, on one
// processor: the walk is to cost little more.
func BenchmarkReadDir(b *testing.B) {
	dir := plantMany(b)
	for b.Loop() {
		if n := readAll(b, dir); n < 10_000 {
			b.Fatal(n)
		}
	}
}

// readAll reads a directory and those below, and counts the files.
func readAll(b *testing.B, dir string) (n int) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() {
			n += readAll(b, filepath.Join(dir, e.Name()))
		} else {
			n++
		}
	}
	return n
}
