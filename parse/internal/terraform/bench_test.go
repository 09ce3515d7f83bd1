package terraform

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/parse/internal/source"
)

const benchFiles = 1000

// benchTree returns the texts of a repository of a thousand files, by
// directory: the one in testdata, several times over.
func benchTree(tb testing.TB) (dirs map[string]map[string][]byte, size int64) {
	one := map[string][]byte{}
	root := "../../../testdata/repos/shop"
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(p, ".tf") {
			return err
		}
		text, err := os.ReadFile(p)
		one[p] = text
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	dirs = map[string]map[string][]byte{}
	for n := 0; n < benchFiles; {
		for p, text := range one {
			dir := fmt.Sprintf("%s/%d", filepath.Dir(p), n/len(one))
			if dirs[dir] == nil {
				dirs[dir] = map[string][]byte{}
			}
			dirs[dir][p] = text
			n, size = n+1, size+int64(len(text))
		}
	}
	return dirs, size
}

// BenchmarkLoad is to stay below one and a half times BenchmarkParse, which
// only parses the same files.
func BenchmarkLoad(b *testing.B) {
	dirs, size := benchTree(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		set := source.NewSet()
		for dir, texts := range dirs {
			var files []*source.File
			relevant := false
			for p, text := range texts {
				files = append(files, set.Add(p, text))
				relevant = relevant || Relevant(text)
			}
			if relevant {
				Load(set, dir, files, Options{})
			}
		}
	}
}

func BenchmarkParse(b *testing.B) {
	dirs, size := benchTree(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, texts := range dirs {
			for p, text := range texts {
				hclsyntax.ParseConfig(text, p, hcl.InitialPos)
			}
		}
	}
}
