package walk

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
)

// realPath returns the absolute path of a file without symbolic links, with
// '/' between names on every system.
func realPath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return "", err
	}
	return filepath.ToSlash(real), nil
}

// join appends a name to a '/' separated path; the path may be a file
// system's root, which has a slash of its own, or empty.
func join(dir, name string) string {
	if slashed := dir == "" || dir[len(dir)-1] == '/'; slashed {
		return dir + name
	}
	return dir + "/" + name
}

// slashed ends the path of a directory in a slash, so that it is a prefix of
// the paths in it and of no others.
func slashed(dir string) string {
	if dir == "" || strings.HasSuffix(dir, "/") {
		return dir
	}
	return dir + "/"
}

// holds says whether a path is that of a directory or of something in it.
func holds(dir, path string) bool {
	return path == dir || strings.HasPrefix(path, slashed(dir))
}

// below returns a path in a directory relative to it.
func below(dir, path string) (string, bool) {
	if path == dir {
		return "", true
	}
	if !holds(dir, path) {
		return "", false
	}
	return path[len(slashed(dir)):], true
}

// plain strips an error of the system call and the path it repeats, and makes
// the common ones read alike on all systems.
func plain(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fs.ErrNotExist
	case errors.Is(err, fs.ErrPermission):
		return fs.ErrPermission
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	return err
}
