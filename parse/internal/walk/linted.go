package walk

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// The linted trees are what links may lead to. They are looked for when the
// first link leaves the directory it was found in: most runs meet none.
type linted struct {
	roots []string
	once  sync.Once
	known map[string]bool // directories, and whether they are in a work tree
	trees []string        // real paths
}

// holds says whether a path is in one of the trees.
func (l *linted) holds(real string) bool {
	l.once.Do(l.find)
	return slices.ContainsFunc(l.trees, func(dir string) bool { return holds(dir, real) })
}

// find adds the work tree of each root, or else the root if it is a directory.
// A link to a directory is one too, unless it leaves the work tree it is in.
func (l *linted) find() {
	l.known = map[string]bool{}
	for _, path := range l.roots {
		path = filepath.Clean(path)
		info, err := os.Lstat(path)
		switch {
		case err != nil:
		case info.IsDir():
			l.add(path, true)
		case !l.add(filepath.Dir(path), false) && info.Mode()&fs.ModeSymlink != 0:
			if info, err := os.Stat(path); err == nil && info.IsDir() {
				l.add(path, true)
			}
		}
	}
}

// add adds the work tree around a directory, and says whether there is one. If
// not, the directory is added if it was named.
func (l *linted) add(dir string, named bool) bool {
	if in, ok := l.known[dir]; ok && (in || !named) {
		return in
	}
	real, err := realPath(dir)
	if err != nil {
		return false
	}
	tree, in := workTree(real)
	l.known[dir] = in
	switch {
	case in:
		l.trees = append(l.trees, tree)
	case named:
		l.trees = append(l.trees, real)
	}
	return in
}
