package walk

import "path/filepath"

// Globs are doublestar patterns of paths. One that matches a directory matches
// all that is in it, as in [Options.Exclude].
type Globs struct{ excluder *excluder }

// NewGlobs returns globs that are relative to a directory, which must exist.
func NewGlobs(globs []string, base string) (*Globs, error) {
	x, err := newExcluder(globs, base)
	return &Globs{x}, err
}

// Match says whether a glob matches a file. The file need not exist.
func (g *Globs) Match(path string) bool {
	return g.excluder.within(likelyPath(filepath.Clean(path)))
}

// likelyPath is realPath for a file that may not exist, such as the name that
// standard input is given: of it, as much is resolved as does.
func likelyPath(path string) string {
	if real, err := realPath(path); err == nil {
		return real
	}
	dir := filepath.Dir(path)
	if dir == path {
		return filepath.ToSlash(path)
	}
	return join(likelyPath(dir), filepath.Base(path))
}
