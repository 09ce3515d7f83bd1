package parse

import (
	"maps"
	"path/filepath"
	"slices"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/parse/internal/terraform"
	"github.com/iamlint/iamlint/policy"
)

// loadModules reads the directories of .tf files, each of which is a Terraform
// module.
func (l *loader) loadModules(modules map[string][]string) {
	inParallel(slices.Sorted(maps.Keys(modules)), func(dir string) {
		texts := l.readRelevant(modules[dir])
		var files []*source.File
		for _, path := range slices.Sorted(maps.Keys(texts)) {
			files = append(files, l.set.Add(path, texts[path]))
		}
		if len(files) > 0 {
			l.loadModule(dir, files)
		}
	})
}

// readRelevant reads the files of a directory, and returns their texts by path;
// none if no file in it can matter.
func (l *loader) readRelevant(paths []string) map[string][]byte {
	texts := make(map[string][]byte, len(paths))
	relevant := false
	for _, path := range paths {
		l.examined.Add(1)
		text, err := readFile(path)
		switch err {
		case nil:
			texts[path] = text
			relevant = relevant || terraform.Relevant(text)
		case errTooLarge:
			l.tooLarge(path)
		default:
			l.unreadable(path, err)
		}
	}
	if !relevant {
		return nil
	}
	return texts
}

// loadModule reads the files of one directory.
func (l *loader) loadModule(dir string, files []*source.File) {
	opts := terraform.Options{Vars: l.opts.Vars, ReadFile: l.files.read}
	scope, problems := terraform.Load(l.set, filepath.ToSlash(dir), files, opts)
	l.addProblems(problems...)
	if scope != nil && len(scope.Policies)+len(scope.Identities)+len(scope.AccessKeys) > 0 {
		l.addScope(scope)
		l.own(scope)
	}
}

// own remembers the JSON files that the policies of a module are read from. As
// files on their own, less would be known of them.
func (l *loader) own(scope *policy.Scope) {
	for _, d := range scope.Policies {
		if f := l.set.FileSet.File(d.Pos()); f != nil && !isTerraform(f.Name()) {
			l.mu.Lock()
			l.owned[filepath.ToSlash(f.Name())] = true
			l.mu.Unlock()
		}
	}
}
