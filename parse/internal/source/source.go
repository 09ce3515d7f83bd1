// Package source holds the files that policies are read from, and what went
// wrong with them.
package source

import (
	"go/token"
	"maps"
	"slices"
	"strings"
	"sync"
	"unsafe"

	"github.com/iamlint/iamlint/policy"
)

// A File is one input file, in memory, byte for byte.
type File struct {
	Path string // as it is reported
	Text []byte
	file *token.File
}

// Pos returns the position of the byte at the offset.
func (f *File) Pos(offset int) token.Pos { return token.Pos(f.file.Base() + offset) }

// Offset returns the offset of a position in the file.
func (f *File) Offset(pos token.Pos) int { return int(pos) - f.file.Base() }

// Span returns the span from one byte to another.
func (f *File) Span(from, to int) policy.Span { return policy.NewSpan(f.Pos(from), f.Pos(to)) }

// String returns the text. It is the same memory, since policies are made of
// many pieces of it; Text is never changed.
func (f *File) String() string { return unsafe.String(unsafe.SliceData(f.Text), len(f.Text)) }

// Whole returns the span of the whole file.
func (f *File) Whole() policy.Span { return f.Span(0, len(f.Text)) }

// A Set is the files of one run. Its methods are safe for concurrent use.
type Set struct {
	FileSet *token.FileSet

	mu    sync.Mutex
	files map[*File]bool
}

// NewSet returns an empty set.
func NewSet() *Set { return &Set{FileSet: token.NewFileSet(), files: map[*File]bool{}} }

// Add adds a file. One that could not be read is added without text, so that
// what is wrong with it has a position.
func (s *Set) Add(path string, text []byte) *File {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := &File{Path: path, Text: text, file: s.FileSet.AddFile(path, -1, len(text))}
	s.files[f] = true
	return f
}

// Remove takes out a file that there is nothing to say about.
func (s *Set) Remove(f *File) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.FileSet.RemoveFile(f.file)
	delete(s.files, f)
}

// Files returns all files, in the order of their positions.
func (s *Set) Files() []*File {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.SortedFunc(maps.Keys(s.files), func(a, b *File) int { return a.file.Base() - b.file.Base() })
}

// ByPath orders files by path.
func ByPath(a, b *File) int { return strings.Compare(a.Path, b.Path) }
