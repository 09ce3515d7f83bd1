package iamlint

import (
	"bytes"
	"go/token"
	"sync"

	"github.com/iamlint/iamlint/parse"
)

// places tells where positions are. Tables of lines are made when first asked
// for: most files have no findings.
type places struct {
	dir  string
	fset *token.FileSet
	text map[string][]byte // by path, as parse has it

	mu    sync.Mutex
	shown map[*token.File]string // the shown path of files whose lines are known
	paths map[string]string      // from the shown path to parse's
}

func newPlaces(dir string, read *parse.Result) *places {
	p := &places{
		dir: dir, fset: read.FileSet, text: make(map[string][]byte, len(read.Files)),
		shown: map[*token.File]string{}, paths: map[string]string{},
	}
	for _, f := range read.Files {
		p.text[f.Path] = f.Text
	}
	return p
}

// A place is a byte of a file.
type place struct {
	path   string // as parse has it
	offset int
}

func (p *places) locate(pos token.Pos) place {
	f := p.fset.File(pos)
	if f == nil {
		return place{}
	}
	return place{f.Name(), int(pos) - f.Base()}
}

func (p *places) file(pos token.Pos) string { return p.locate(pos).path }

// Position returns the file, line, byte column and offset of a position. The
// path is relative to [Options.Dir], with slashes; line and column count from
// 1, the offset from 0.
func (r *Report) Position(pos token.Pos) token.Position {
	f := r.Fset.File(pos)
	if f == nil {
		return token.Position{}
	}
	shown := r.places.open(f)
	at := f.PositionFor(pos, false)
	at.Filename = shown
	return at
}

// openAll makes the tables of lines of files on all processors.
func (p *places) openAll(files []*token.File) {
	inParallel(len(files), func(i int) { p.open(files[i]) })
}

// open makes the table of lines of a file, once, and returns its shown path.
func (p *places) open(f *token.File) string {
	p.mu.Lock()
	shown, ok := p.shown[f]
	p.mu.Unlock()
	if ok {
		return shown
	}
	f.SetLines(lineStarts(p.text[f.Name()]))
	shown = shownPath(p.dir, f.Name())
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shown[f], p.paths[shown] = shown, f.Name()
	return shown
}

// lineStarts returns the offsets of the first bytes of lines. A line ends in
// \n, \r\n or a lone \r.
func lineStarts(text []byte) []int {
	starts := make([]int, 1, 1+bytes.Count(text, []byte{'\n'}))
	ends := "\n"
	if bytes.IndexByte(text, '\r') >= 0 {
		ends = "\r\n"
	}
	for at := 0; ; {
		n := bytes.IndexAny(text[at:], ends)
		if n < 0 || at+n+1 == len(text) {
			return starts
		}
		at += n + 1
		if text[at-1] == '\n' || text[at] != '\n' {
			starts = append(starts, at)
		}
	}
}

// Text returns the content of a file that [Report.Position] has named, nil if
// it could not be read.
func (r *Report) Text(path string) []byte {
	r.places.mu.Lock()
	defer r.places.mu.Unlock()
	return r.places.text[r.places.paths[path]]
}
