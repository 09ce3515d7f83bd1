// Package parse turns files into policies, in scopes that are judged together.
package parse

import (
	"go/token"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// Options say what [Load] reads.
type Options struct {
	// Paths are files and directories; none is the working directory.
	Paths []string

	// Stdin is the text that the path "-" stands for, and StdinName what the
	// file is called, and so what language it is in.
	Stdin     []byte
	StdinName string

	Exclude     []string // doublestar globs of files to leave out
	ExcludeBase string   // the directory that they are relative to

	// KindOf says what a lone JSON file is, where its text does not tell. It
	// may be nil.
	KindOf func(path string) (policy.Kind, bool)

	// Vars are values of root variables in Terraform.
	Vars map[string]string
}

// A Result is what was read.
type Result struct {
	FileSet *token.FileSet
	Files   []*File // with policies or problems, by path
	Scopes  []*policy.Scope
	// Problems are what kept policies from being read.
	Problems []Problem

	// Examined counts the files that were looked into.
	Examined int

	// Focus is nil, or else the paths of the files that were named, where others
	// were read only because they stand beside them: what concerns no file in it
	// is not to be reported.
	Focus map[string]bool
}

// A File is one input file.
type File = source.File

// A Problem is something about a file that keeps policies from being read.
type Problem = source.Problem

// The kinds of problems.
const (
	JSONSyntax     = source.JSONSyntax
	Syntax         = source.Syntax
	UnreadableFile = source.UnreadableFile
	InputLimit     = source.InputLimit
)

// Load reads files. The error is about wrong options: a malformed glob. What is
// wrong with a file is a problem of the result. The result is the same in
// whatever order files are named, and however many are read at once.
func Load(opts Options) (*Result, error) {
	todo, err := discover(opts)
	if err != nil {
		return nil, err
	}
	set := source.NewSet()
	l := loader{opts: opts, set: set, files: newBounded(set, todo.roots), owned: map[string]bool{}}
	for _, p := range todo.problems {
		l.unreadable(p.Path, p.Err)
	}
	l.loadJSON(todo.files)
	l.loadModules(todo.modules)
	if todo.stdin {
		l.loadStdin()
	}
	return l.result(todo.focus), nil
}
