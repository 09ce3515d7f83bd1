package iamlint

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// unchanged finds out which scopes read the same files on both sides: what they
// hold is the same, whatever is not known of it.
type unchanged struct {
	old, new *inventory
	dirs     map[string]bool // by path relative to the sides
}

// whole is the name of all that is on a side.
const whole = "."

// scope says whether a scope certainly is the same on both sides. A module that
// names a directory above it may depend on files elsewhere.
func (u *unchanged) scope(s *policy.Scope, side *inventory) bool {
	if u.old.alone || u.new.alone {
		return false
	}
	rel, err := filepath.Rel(side.report.places.dir, absolutePath(s.Name))
	if err != nil || !filepath.IsLocal(rel) {
		return false
	}
	return u.same(whole) || rel != whole && u.same(rel)
}

func (u *unchanged) same(rel string) bool {
	same, ok := u.dirs[rel]
	if !ok {
		same = sameTree(filepath.Join(u.old.report.places.dir, rel), filepath.Join(u.new.report.places.dir, rel), rel == whole)
		u.dirs[rel] = same
	}
	return same
}

func absolutePath(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	return abs
}

// maxCompared is how large files are that are compared.
const maxCompared = 8 << 20

// sameTree says whether two files, or all files of two directories, are the same,
// and unless that is all there is, name nothing above them.
func sameTree(a, b string, isWhole bool) bool {
	before, ok := readTree(a, isWhole)
	if !ok {
		return false
	}
	after, ok := readTree(b, isWhole)
	if !ok || len(before) != len(after) {
		return false
	}
	for path, text := range before {
		if other, ok := after[path]; !ok || !bytes.Equal(text, other) {
			return false
		}
	}
	return true
}

// readTree reads all files that a module may read; not ok if it may read others.
func readTree(root string, isWhole bool) (files map[string][]byte, ok bool) {
	files = map[string][]byte{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == ".terraform" || d.Name() == "node_modules"):
			return fs.SkipDir
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			return fs.ErrInvalid
		}
		if info, err := d.Info(); err != nil || info.Size() > maxCompared {
			return fs.ErrInvalid
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if !isWhole && strings.HasSuffix(path, ".tf") && bytes.Contains(text, []byte("../")) {
			return fs.ErrInvalid
		}
		rel, err := filepath.Rel(root, path)
		files[rel] = text
		return err
	})
	return files, err == nil
}
