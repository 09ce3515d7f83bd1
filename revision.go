package iamlint

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// A Checkout is the files of a git revision, in a temporary directory.
type Checkout struct {
	// Dir is in it what the directory that was asked about is in the work tree.
	Dir  string
	root string
}

// maxRevisionFile is how large a file of a revision may be to be looked at; no
// policy is.
const maxRevisionFile = 32 << 20

// CheckOut reads the files of a revision of the git work tree that dir is in. Remove
// is to be called on what it returns.
func CheckOut(dir, revision string) (*Checkout, error) {
	if strings.HasPrefix(revision, "-") {
		return nil, fmt.Errorf("%q is no revision", revision)
	}
	prefix, err := git(dir, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, err
	}
	top, err := git(dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	root, err := os.MkdirTemp("", "iamlint-")
	if err != nil {
		return nil, err
	}
	c := &Checkout{Dir: filepath.Join(root, filepath.FromSlash(strings.TrimSpace(prefix))), root: root}
	if err := c.extract(strings.TrimSpace(top), revision); err != nil {
		c.Remove()
		return nil, err
	}
	return c, os.MkdirAll(c.Dir, 0o755)
}

// Remove deletes the files.
func (c *Checkout) Remove() error { return os.RemoveAll(c.root) }

// git runs git and returns what it prints.
func git(dir string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("git is not installed")
	}
	if err != nil {
		return "", fmt.Errorf("git %s: %s", args[0], firstLine(stderr.String(), err))
	}
	return string(out), nil
}

func firstLine(text string, err error) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if line == "" {
		return err.Error()
	}
	return line
}

// extract writes the revision's plain files. Nothing is left out that attributes
// keep from archives.
func (c *Checkout) extract(top, revision string) error {
	list, err := git(top, "ls-tree", "-r", "-z", "-l", "--full-tree", revision)
	if err != nil {
		return err
	}
	var files []treeFile
	for entry := range strings.SplitSeq(list, "\x00") {
		if f, ok := parseTreeEntry(entry); ok {
			files = append(files, f)
		}
	}
	root, err := os.OpenRoot(c.root)
	if err != nil {
		return err
	}
	defer root.Close()
	return catFiles(top, files, func(f treeFile, text io.Reader) error { return writeIn(root, f.path, text) })
}

// A treeFile is a plain file of a revision.
type treeFile struct{ object, path string }

// parseTreeEntry reads a line of git ls-tree -l: mode, type, object, size and,
// behind a tab, the path.
func parseTreeEntry(entry string) (treeFile, bool) {
	head, path, _ := strings.Cut(entry, "\t")
	f := strings.Fields(head)
	if len(f) != 4 || f[1] != "blob" || f[0] == "120000" || !filepath.IsLocal(path) {
		return treeFile{}, false
	}
	size, err := strconv.Atoi(f[3])
	return treeFile{f[2], path}, err == nil && size <= maxRevisionFile
}

// catFiles calls yield with the text of each file.
func catFiles(top string, files []treeFile, yield func(treeFile, io.Reader) error) error {
	var objects strings.Builder
	for _, f := range files {
		objects.WriteString(f.object + "\n")
	}
	cmd := exec.Command("git", "cat-file", "--batch")
	cmd.Dir, cmd.Stdin = top, strings.NewReader(objects.String())
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	r := bufio.NewReader(out)
	for _, f := range files {
		if err = catFile(r, f, yield); err != nil {
			break
		}
	}
	if err != nil {
		cmd.Process.Kill()
		cmd.Wait()
		return err
	}
	return cmd.Wait()
}

// catFile reads one answer of git cat-file --batch: object, type and size on a
// line, then the text and a line's end.
func catFile(r *bufio.Reader, f treeFile, yield func(treeFile, io.Reader) error) error {
	head, err := r.ReadString('\n')
	if err != nil {
		return fmt.Errorf("git cat-file: %w", err)
	}
	fields := strings.Fields(head)
	if len(fields) != 3 {
		return fmt.Errorf("git cat-file: %s", strings.TrimSpace(head))
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return fmt.Errorf("git cat-file: %w", err)
	}
	text := io.LimitReader(r, size)
	if err := yield(f, text); err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, text); err != nil {
		return err
	}
	_, err = r.Discard(1)
	return err
}

func writeIn(root *os.Root, path string, text io.Reader) error {
	name := filepath.FromSlash(path)
	if dir := filepath.Dir(name); dir != "." {
		if err := root.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	f, err := root.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, text)
	return errors.Join(err, f.Close())
}
