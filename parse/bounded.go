package parse

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/parse/internal/walk"
)

// bounded reads files that others name: those of the linted tree, and no other.
type bounded struct {
	set    *source.Set
	limits []string // directories without symbolic links; all that is in them may be read

	mu    sync.Mutex
	files map[string]*reading // by absolute path
}

// A reading is one file being read, once.
type reading struct {
	once sync.Once
	file *source.File
	err  error
}

// newBounded returns what reads files of the trees that the roots are in: the
// git work tree around each, or else its directory.
func newBounded(set *source.Set, roots []string) *bounded {
	b := &bounded{set: set, files: map[string]*reading{}}
	if len(roots) == 0 {
		roots = []string{"."}
	}
	for _, root := range roots {
		if info, err := os.Stat(root); err == nil && !info.IsDir() {
			root = filepath.Dir(root)
		}
		limit, ok := walk.Root(root)
		if !ok {
			abs, err := filepath.Abs(root)
			if err != nil {
				continue
			}
			if limit, err = filepath.EvalSymlinks(abs); err != nil {
				continue
			}
		}
		b.limits = append(b.limits, limit)
	}
	return b
}

// add makes a file known that has been read otherwise.
func (b *bounded) add(f *source.File) {
	r := b.reading(f.Path)
	r.once.Do(func() { r.file = f })
}

// read returns the file at a path, each once. The error does not repeat the
// path.
func (b *bounded) read(path string) (*source.File, error) {
	r := b.reading(path)
	r.once.Do(func() { r.file, r.err = b.open(filepath.Clean(path)) })
	return r.file, r.err
}

func (b *bounded) reading(path string) *reading {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	r := b.files[path]
	if r == nil {
		r = &reading{}
		b.files[path] = r
	}
	return r
}

func (b *bounded) open(path string) (*source.File, error) {
	if err := b.allowed(path); err != nil {
		return nil, err
	}
	text, err := readFile(path)
	switch {
	case err != nil:
		return nil, err
	case !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0:
		return nil, errors.New("it is not text")
	}
	return b.set.Add(path, text), nil
}

// allowed says why the file at a path may not be read.
func (b *bounded) allowed(path string) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	real, err := filepath.EvalSymlinks(abs)
	if err != nil {
		// Whether there is a file outside the tree is none of our business.
		if !b.holds(abs) {
			return errOutside
		}
		return cause(err)
	}
	if !b.holds(real) {
		return errOutside
	}
	return nil
}

var errOutside = errors.New("it is outside the linted tree")

func (b *bounded) holds(path string) bool {
	for _, limit := range b.limits {
		if rel, err := filepath.Rel(limit, path); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return true
		}
	}
	return false
}
