package walk

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
)

// A walker walks one named directory.
type walker struct {
	want    func(string) bool
	exclude *excluder
	linted  *linted
	top     tree

	group sync.WaitGroup
	slots chan struct{} // one for each goroutine that may run

	mu       sync.Mutex // guards what follows
	found    []found
	problems []Problem
}

func newWalker(f *finder, top tree) *walker {
	w := &walker{want: f.want, exclude: f.exclude, linted: f.linted, top: top}
	w.slots = make(chan struct{}, runtime.GOMAXPROCS(0))
	return w
}

// run walks the directory, with the ignore rules of the directories above it.
func (w *walker) run() {
	var r *rules
	if root, ok := workTree(w.top.real); ok {
		r = w.rulesAbove(root)
	}
	w.walk(folder{w.top, r})
	w.group.Wait()
}

// A folder is a directory and the ignore rules that hold in it.
type folder struct {
	tree
	rules *rules
}

// walk adds the files in a folder, and has those in the folders below added.
func (w *walker) walk(d folder) {
	entries, err := os.ReadDir(d.path)
	if err != nil {
		w.fail(d.path, err) // and goes on with what was read
	}
	d.rules = w.rulesIn(d, entries)
	var files []found
	for _, e := range entries {
		name := e.Name()
		switch t := e.Type(); {
		case t.IsDir():
			w.descend(d, name)
		case t.IsRegular():
			if !w.want(name) {
				continue
			}
			if real := join(d.real, name); !w.hidden(d, name, real, false) {
				files = append(files, found{File{Path: d.child(name)}, real})
			}
		case t&fs.ModeSymlink != 0:
			w.link(d, name)
		}
	}
	w.add(files...)
}

// descend walks a folder in the folder, unless it is to be left out: in a
// goroutine of its own if there is a slot, so that all processors have work
// and not all directories are open at once.
func (w *walker) descend(d folder, name string) {
	real := join(d.real, name)
	if skipped(name) || w.hidden(d, name, real, true) {
		return
	}
	sub := folder{tree{d.child(name), real}, d.rules}
	select {
	case w.slots <- struct{}{}:
		w.group.Go(func() {
			w.walk(sub)
			<-w.slots
		})
	default:
		w.walk(sub)
	}
}

// skipped says whether directories of that name hold nothing of the user's own.
func skipped(name string) bool {
	switch name {
	case ".git", ".terraform", ".terragrunt-cache", "node_modules", "vendor":
		return true
	}
	return false
}

// hidden says whether ignore rules or exclude globs leave out an entry.
func (w *walker) hidden(d folder, name, real string, isDir bool) bool {
	return d.rules.ignore(name, real, isDir) || w.exclude.match(real)
}

// link adds what a symbolic link leads to. Links that no one would look at may
// be broken or lead anywhere, but one to a directory out of the tree may be
// where the user thinks that policies are.
func (w *walker) link(d folder, name string) {
	if skipped(name) || w.hidden(d, name, join(d.real, name), false) {
		return
	}
	path, wanted := d.child(name), w.want(name)
	to, err := follow(path)
	switch {
	case err != nil:
		if wanted {
			w.fail(path, err)
		}
	case !holds(w.top.real, to.real) && !w.linted.holds(to.real):
		if wanted || to.mode.IsDir() {
			w.fail(path, errLeaves)
		}
	case wanted && to.mode.IsRegular() && !w.exclude.within(to.real):
		w.add(found{File{Path: w.top.shown(path, to.real, w.want)}, to.real})
	}
}

func (w *walker) add(files ...found) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.found = append(w.found, files...)
}

func (w *walker) fail(path string, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.problems = append(w.problems, Problem{path, plain(err)})
}

// child returns the path of an entry of the tree's directory.
func (t tree) child(name string) string {
	switch {
	case t.path == ".":
		return name
	case os.IsPathSeparator(t.path[len(t.path)-1]):
		return t.path + name
	}
	return t.path + string(filepath.Separator) + name
}

func byPath(a, b found) int { return cmp.Compare(a.Path, b.Path) }
