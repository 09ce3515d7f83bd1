package main

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/iamlint/iamlint/parse"
)

// repoPaths returns what turns a path relative to the working directory into
// one relative to the root of the git work tree, where that is what readers of
// a format expect. A path outside of it stays as it is.
func (c *command) repoPaths() func(string) string {
	same := func(p string) string { return p }
	root, ok := parse.WorkTree(c.dir)
	if !ok {
		return same
	}
	dir, err := filepath.Abs(c.dir)
	if err != nil {
		return same
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return same
	}
	prefix, err := filepath.Rel(root, dir)
	if err != nil {
		return same
	}
	prefix = filepath.ToSlash(prefix)
	return func(p string) string {
		if full := path.Join(prefix, p); !strings.HasPrefix(full, "../") {
			return full
		}
		return p
	}
}
