package walk

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Root returns the root of the git work tree around a directory: the nearest
// folder upward, itself included, that has a .git. The path is absolute and
// free of symbolic links.
func Root(dir string) (string, bool) {
	real, err := realPath(dir)
	if err != nil {
		return "", false
	}
	root, ok := workTree(real)
	return filepath.FromSlash(root), ok
}

// workTree is Root for a path that realPath returned.
func workTree(real string) (string, bool) {
	for dir := filepath.FromSlash(real); ; {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return filepath.ToSlash(dir), true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}

// A finder goes through the roots, one after the other.
type finder struct {
	want     func(string) bool
	exclude  *excluder
	linted   *linted
	dirs     map[string]string // real paths of the directories of named files
	found    []found
	problems []Problem
}

func (f *finder) fail(path string, err error) {
	f.problems = append(f.problems, Problem{path, plain(err)})
}

// root adds what one of the roots names.
func (f *finder) root(path string) {
	path = filepath.Clean(path)
	info, err := os.Lstat(path)
	if err != nil {
		f.fail(path, err)
		return
	}
	if info.IsDir() {
		f.directory(path)
		return
	}
	in, err := f.parent(path)
	if err != nil {
		f.fail(path, err)
		return
	}
	real := join(in.real, filepath.Base(path))
	switch t := info.Mode().Type(); {
	case f.exclude.within(real):
	case t.IsRegular():
		f.found = append(f.found, found{File{path, true}, real})
	case t&fs.ModeSymlink != 0:
		f.link(path, in)
	default:
		f.fail(path, errIrregular)
	}
}

// parent returns the directory a named file is in, with the tree around it.
func (f *finder) parent(path string) (tree, error) {
	dir := filepath.Dir(path)
	real, ok := f.dirs[dir]
	if !ok {
		var err error
		if real, err = realPath(dir); err != nil {
			return tree{}, err
		}
		f.dirs[dir] = real
	}
	return tree{path: dir, real: real}, nil
}

// link adds what a named symbolic link leads to.
func (f *finder) link(path string, in tree) {
	to, err := follow(path)
	switch {
	case err != nil:
		f.fail(path, err)
	case !holds(in.real, to.real) && !f.linted.holds(to.real):
		f.fail(path, errLeaves)
	case to.mode.IsDir():
		f.directory(path)
	case !to.mode.IsRegular():
		f.fail(path, errIrregular)
	case !f.exclude.within(to.real):
		f.found = append(f.found, found{File{in.shown(path, to.real, f.want), true}, to.real})
	}
}

// directory walks a named directory.
func (f *finder) directory(path string) {
	real, err := realPath(path)
	if err != nil {
		f.fail(path, err)
		return
	}
	if f.exclude.within(real) {
		return
	}
	w := newWalker(f, tree{path: path, real: real})
	w.run()
	// Which goroutine came first must not decide which of two links to the
	// same file is kept.
	slices.SortFunc(w.found, byPath)
	f.found = append(f.found, w.found...)
	f.problems = append(f.problems, w.problems...)
}
