// Package walk finds the files to lint.
//
// It walks directories as git would see them, with .gitignore and
// .git/info/exclude, but never runs git and never looks outside the linted
// trees: the git work trees around the roots, or else the directories named.
// The user's own ignore file (git's core.excludesFile) is not read, so that a
// tree gives the same files on every machine.
package walk

import (
	"cmp"
	"slices"
)

// Options say what [Files] looks for.
type Options struct {
	// Want says whether a file found while walking is of interest, by its base
	// name. Nil wants every file. It is called from several goroutines at once.
	Want func(name string) bool

	// Exclude are doublestar globs with '/' between names, relative to
	// ExcludeBase. One that matches a directory excludes all that is in it.
	Exclude     []string
	ExcludeBase string // empty is the working directory
}

// A File is a regular file to lint.
type File struct {
	Path  string // starts as the root it was found under was given
	Named bool   // was itself one of the roots
}

// A Problem is something that ought to have been looked at and was not.
type Problem struct {
	Path string
	Err  error // does not repeat the path
}

// Files returns the files that roots name or hold, each once however many
// roots and symbolic links lead to it, and what could not be read; both sorted
// by path.
//
// A root that is a file is returned whatever .gitignore or Want say, and a root
// that is a directory is walked even if it is ignored, or has a name, such as
// vendor, that is skipped elsewhere. Only Exclude holds for roots too.
//
// A symbolic link to a file in a linted tree stands for its target, and is
// returned as such; only where Want rejects the name of the target does the
// link keep its own. A link that leaves the trees is a Problem. Links to
// directories are not followed, except for a root.
//
// The error is about a malformed glob in Exclude, and names it.
func Files(roots []string, opts Options) ([]File, []Problem, error) {
	ex, err := newExcluder(opts.Exclude, opts.ExcludeBase)
	if err != nil {
		return nil, nil, err
	}
	if opts.Want == nil {
		opts.Want = func(string) bool { return true }
	}
	f := finder{want: opts.Want, exclude: ex, linted: &linted{roots: roots}, dirs: map[string]string{}}
	for _, path := range roots {
		f.root(path)
	}
	return unique(f.found), sorted(f.problems), nil
}

// A found file is known by the path of its content, too.
type found struct {
	File
	real string // absolute, without symbolic links, '/' separated
}

// unique returns the files sorted by path, each once: as the first root that
// leads to it has it, and named if any root names it.
func unique(all []found) []File {
	at := make(map[string]int, len(all))
	files := make([]File, 0, len(all))
	for _, f := range all {
		if i, ok := at[f.real]; ok {
			files[i].Named = files[i].Named || f.Named
			continue
		}
		at[f.real] = len(files)
		files = append(files, f.File)
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files
}

// sorted returns the problems by path, each once.
func sorted(all []Problem) []Problem {
	order := func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Err.Error(), b.Err.Error()))
	}
	slices.SortFunc(all, order)
	return slices.CompactFunc(all, func(a, b Problem) bool { return order(a, b) == 0 })
}
