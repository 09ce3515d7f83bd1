package parse

import (
	"path/filepath"

	"github.com/iamlint/iamlint/parse/internal/source"
)

// loadStdin reads standard input. Unlike a file that happens to be there, it
// is expected to be a policy.
func (l *loader) loadStdin() {
	path := l.opts.StdinName
	if path == "" {
		path = "<stdin>"
	}
	l.examined.Add(1)
	switch {
	case len(l.opts.Stdin) > maxFile:
		l.tooLarge(path)
	case isTerraform(path):
		l.loadModule(filepath.Dir(path), []*source.File{l.set.Add(path, l.opts.Stdin)})
	default:
		l.readJSON(path, l.opts.Stdin, true)
	}
}
