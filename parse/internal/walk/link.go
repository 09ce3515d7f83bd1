package walk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

var (
	errLeaves    = errors.New("symbolic link leaves the linted tree")
	errBroken    = errors.New("symbolic link leads nowhere")
	errIrregular = errors.New("not a regular file")
)

// A target is what a symbolic link leads to in the end.
type target struct {
	real string
	mode fs.FileMode
}

// follow finds what a symbolic link leads to, and opens nothing.
func follow(link string) (target, error) {
	info, err := os.Stat(link)
	if errors.Is(err, fs.ErrNotExist) {
		return target{}, errBroken
	}
	if err != nil {
		return target{}, err
	}
	real, err := realPath(link)
	if err != nil {
		return target{}, err
	}
	return target{real, info.Mode().Type()}, nil
}

// A tree is a directory under the path it was given as and its real one.
type tree struct{ path, real string }

// shown returns the path to report for the file that a link leads to: its own,
// in the terms of the tree the link was found in. The link's is kept if the
// file's name would not tell what it is.
func (t tree) shown(link, real string, want func(string) bool) string {
	if !want(filepath.Base(real)) && want(filepath.Base(link)) {
		return link
	}
	path := filepath.FromSlash(real)
	rel, err := filepath.Rel(filepath.FromSlash(t.real), path)
	if err != nil {
		return path
	}
	// If the tree was itself given through a link, then its parent need not be
	// what ".." seems to mean.
	near := filepath.Join(t.path, rel)
	if again, err := realPath(near); err != nil || again != real {
		return path
	}
	return near
}
