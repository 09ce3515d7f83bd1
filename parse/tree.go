package parse

import (
	"fmt"

	"github.com/iamlint/iamlint/parse/internal/walk"
)

// Globs are doublestar patterns of paths, as [Options.Exclude] has them. One
// that matches a directory matches all that is in it.
type Globs = walk.Globs

// NewGlobs returns globs that are relative to a directory, which must exist.
func NewGlobs(globs []string, base string) (*Globs, error) { return walk.NewGlobs(globs, base) }

// CheckGlob says what is wrong with a glob, if anything is.
func CheckGlob(glob string) error { return walk.CheckGlob(glob) }

// WorkTree returns the root of the git work tree around a directory, absolute
// and free of symbolic links, if there is one.
func WorkTree(dir string) (string, bool) { return walk.Root(dir) }

// Find returns the files with a wanted name below directories, as git sees them,
// and those that are named, whatever they are called. The error is about one
// that cannot be looked at.
func Find(roots []string, want func(name string) bool) ([]string, error) {
	files, problems, err := walk.Files(roots, walk.Options{Want: want})
	if err != nil {
		return nil, err
	}
	for _, p := range problems {
		return nil, fmt.Errorf("read %s: %w", p.Path, p.Err)
	}
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = f.Path
	}
	return paths, nil
}
