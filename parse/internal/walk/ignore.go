package walk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Whoever writes an ignore file must not be able to keep the walk busy. Real
// files stay far below these bounds.
const (
	maxIgnoreFile  = 1 << 20
	maxPattern     = 1024 // bytes of a line
	maxDoubleStars = 16   // of a line
	maxGlobs       = 5000 // of a file and those of the directories above it
)

// ErrLimit is the problem of an ignore file that is larger than any real one,
// or has more or longer patterns. It is not used.
var ErrLimit = errors.New("too large or complex, its patterns are not used")

// Rules are the patterns of one ignore file.
type rules struct {
	base     string // real path of the directory they hold in, with a slash at the end
	patterns []pattern
	above    *rules // those to ask if none of these matches
	globs    int    // of these and all above
}

// ignore says whether git would ignore an entry of a directory that is itself
// not ignored. The last pattern of the deepest file that matches decides.
func (r *rules) ignore(name, real string, isDir bool) bool {
	for ; r != nil; r = r.above {
		rel := real[len(r.base):]
		for i := len(r.patterns) - 1; i >= 0; i-- {
			if p := &r.patterns[i]; p.match(name, rel, isDir) {
				return !p.negated
			}
		}
	}
	return false
}

// rulesIn returns the rules for the entries of a folder.
func (w *walker) rulesIn(d folder, entries []fs.DirEntry) *rules {
	r := d.rules
	for _, e := range entries { // .git sorts before .gitignore
		switch {
		case e.Name() == ".git":
			// A work tree of its own, such as a submodule: what the one around
			// it ignores does not hold in here.
			r = w.load(d.tree, filepath.Join(".git", "info", "exclude"), nil)
		case e.Name() == ".gitignore" && e.Type().IsRegular():
			r = w.load(d.tree, ".gitignore", r)
		}
	}
	return r
}

// rulesAbove returns the rules of the directories from the root of the work
// tree to the one that holds the walked directory.
func (w *walker) rulesAbove(root string) *rules {
	if w.top.real == root {
		return nil // the walk finds them
	}
	at := tree{filepath.FromSlash(root), root}
	r := w.load(at, filepath.Join(".git", "info", "exclude"), nil)
	rel, _ := below(root, w.top.real)
	for name := range strings.SplitSeq(rel, "/") {
		r = w.load(at, ".gitignore", r)
		at = tree{at.child(name), join(at.real, name)}
	}
	return r
}

// load puts the rules of an ignore file on top of others.
func (w *walker) load(dir tree, name string, above *rules) *rules {
	path := dir.child(name)
	text, err := readIgnore(path)
	if err != nil {
		w.fail(path, err)
		return above
	}
	r := &rules{base: slashed(dir.real), above: above}
	if above != nil {
		r.globs = above.globs
	}
	if !r.parse(text) {
		w.fail(path, ErrLimit)
		return above
	}
	if len(r.patterns) == 0 {
		return above
	}
	return r
}

// parse adds the patterns of an ignore file, false if they exceed a bound.
func (r *rules) parse(text string) bool {
	text = strings.TrimPrefix(text, "\ufeff")
	for line := range strings.SplitSeq(text, "\n") {
		p, ok := parsePattern(strings.TrimSuffix(line, "\r"))
		if !ok {
			continue
		}
		r.patterns = append(r.patterns, p)
		r.globs += max(1, len(p.globs))
		if r.globs > maxGlobs || p.how == excessive {
			return false
		}
	}
	return true
}

// readIgnore returns the text of an ignore file, none if there is no such
// file. Like git it does not follow symbolic links. Nor does it follow the
// .git file of a linked work tree to the repository, which is out of the tree.
func readIgnore(path string) (string, error) {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return "", nil
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxIgnoreFile+1))
	if err == nil && len(text) > maxIgnoreFile {
		return "", ErrLimit
	}
	return string(text), err
}
