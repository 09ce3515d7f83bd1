package parse

import "github.com/iamlint/iamlint/parse/internal/walk"

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
