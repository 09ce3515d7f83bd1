package parse

import (
	"errors"
	"path/filepath"

	"github.com/iamlint/iamlint/parse/internal/grammar"
	"github.com/iamlint/iamlint/parse/internal/jsondoc"
	"github.com/iamlint/iamlint/parse/internal/walk"
	"github.com/iamlint/iamlint/policy"
)

// loadJSON reads the JSON files among those found. Of most it reads no more
// than that they hold no policy.
func (l *loader) loadJSON(files []walk.File) {
	inParallel(files, func(f walk.File) {
		l.examined.Add(1)
		path := f.Path
		text, err := readPolicies(path)
		switch {
		case errors.Is(err, errTooLarge):
			if isJSON(path) {
				l.tooLarge(path)
			}
		case err != nil:
			l.unreadable(path, err)
		case text != nil && (isJSON(path) || jsondoc.Starts(text)):
			l.readJSON(path, text, false)
		}
	})
}

// readJSON reads one file, which is expected to be a policy, or else may hold
// some.
func (l *loader) readJSON(path string, text []byte, expected bool) {
	f := l.set.Add(path, text)
	docs, problems := jsondoc.Documents(f, expected)
	if len(docs)+len(problems) == 0 {
		l.set.Remove(f)
		return
	}
	l.addProblems(problems...)
	l.files.add(f)
	if len(docs) == 0 {
		return
	}
	for _, d := range docs {
		l.place(d, path)
	}
	l.addScope(&policy.Scope{Name: filepath.ToSlash(path), Policies: docs})
}

// place says what a document is that stands in a file. What is around it tells
// best, then what the user says of the file, and last, its text.
func (l *loader) place(d *policy.Document, path string) {
	if d.Name != "" {
		d.Name = "#" + d.Name // it is not all of the file
	}
	d.Name = filepath.ToSlash(path) + d.Name
	guess, service := grammar.GuessKind(d)
	if d.Kind == policy.Unknown && l.opts.KindOf != nil {
		d.Kind, _ = l.opts.KindOf(path)
	}
	if d.Kind == policy.Unknown {
		d.Kind, d.Guessed = guess, true
	}
	if d.Kind == policy.Resource {
		d.Service = service
	}
}
