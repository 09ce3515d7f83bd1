package parse

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"

	"github.com/iamlint/iamlint/parse/internal/jsondoc"
)

// maxFile is how large a file may be to be read.
const maxFile = 64 << 20

var (
	errTooLarge  = fmt.Errorf("it is larger than %d MiB", maxFile>>20)
	errIrregular = errors.New("it is not a regular file")
)

// readFile reads a file. The error does not repeat the path.
func readFile(path string) ([]byte, error) {
	f, size, err := open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f, size)
}

func readAll(f *os.File, size int) ([]byte, error) {
	if size > maxFile {
		return nil, errTooLarge
	}
	// With room for more than it has, so that its end is seen at once.
	text := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	if _, err := text.ReadFrom(io.LimitReader(f, maxFile+1)); err != nil {
		return nil, cause(err)
	}
	if text.Len() > maxFile { // it has grown
		return nil, errTooLarge
	}
	return text.Bytes(), nil
}

// open opens a regular file.
func open(path string) (*os.File, int, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, cause(err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errIrregular
	}
	if err != nil {
		f.Close()
		return nil, 0, cause(err)
	}
	return f, int(min(info.Size(), maxFile+1)), nil
}

// cause strips an error of the system call and the path.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	return err
}

// readPolicies reads a file of JSON if it may hold a policy, and returns nil if
// it holds none. The error does not repeat the path.
func readPolicies(path string) ([]byte, error) {
	f, size, err := open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if size > windowSize {
		if may, err := mayHold(f); err != nil || !may {
			return nil, err
		}
	}
	text, err := readAll(f, size)
	if size <= windowSize && !jsondoc.MayHold(text) {
		return nil, err
	}
	return text, err
}

// windowSize is how much of a large file is looked at at once. It fits into
// the cache of a processor.
const windowSize = 256 << 10

var windows = sync.Pool{New: func() any { return new([windowSize]byte) }}

// mayHold says whether a file may hold a policy, and leaves it at its start.
// Most large files hold none, such as lock files: they are never in memory as a
// whole.
func mayHold(f *os.File) (bool, error) {
	const overlap = 64 // longer than what is looked for
	window := windows.Get().(*[windowSize]byte)
	defer windows.Put(window)
	kept := 0
	for {
		n, err := io.ReadFull(f, window[kept:])
		if jsondoc.MayHold(window[:kept+n]) {
			_, err := f.Seek(0, io.SeekStart)
			return true, cause(err)
		}
		switch err {
		case nil:
			kept = copy(window[:], window[windowSize-overlap:])
		case io.EOF, io.ErrUnexpectedEOF:
			return false, nil
		default:
			return false, cause(err)
		}
	}
}
