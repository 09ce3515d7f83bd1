package parse

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

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

// largeMayHold says whether a file that is too large to be read may hold a
// policy.
func largeMayHold(path string) bool {
	f, _, err := open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	const overlap = 64 // longer than what is looked for
	window := make([]byte, 1<<20)
	kept := 0
	for {
		n, err := io.ReadFull(f, window[kept:])
		if jsondoc.MayHold(window[:kept+n]) {
			return true
		}
		if err != nil {
			return false
		}
		kept = copy(window, window[len(window)-overlap:])
	}
}
