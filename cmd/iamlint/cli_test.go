package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the transcripts in testdata/cli")

// Each archive in testdata/cli is a directory of files and commands to run in
// it, one a line: [NAME=VALUE...] iamlint ARGUMENT... [< FILE], or cat FILE.
// The file "out" is what comes of them: each command, its standard output, its
// standard error with "! " before each line, and its exit code.
func TestCLI(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", "testdata", "cli", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			testScript(t, path)
		})
	}
}

func testScript(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	s := script{t: t, dir: dir}
	want := ""
	golden := -1
	for i, f := range archive.Files {
		if runtime.GOOS == "windows" && strings.ContainsAny(f.Name, `:"*?<>|`) {
			t.Skip("Windows has no such file names")
		}
		if f.Name == "out" {
			want, golden = string(f.Data), i
			continue
		}
		s.write(f.Name, f.Data)
	}
	for line := range strings.Lines(string(archive.Comment)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			s.command(line)
		}
	}
	got := s.transcript.String()
	if *update {
		if golden < 0 {
			archive.Files = append(archive.Files, txtar.File{Name: "out"})
			golden = len(archive.Files) - 1
		}
		archive.Files[golden].Data = []byte(got)
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("transcript differs (-want +got); go test ./cmd/iamlint -update rewrites it\n%s", diff)
	}
}

// A script is commands being run in a directory.
type script struct {
	t          *testing.T
	dir        string
	transcript strings.Builder
}

func (s *script) write(name string, data []byte) {
	s.t.Helper()
	path := filepath.Join(s.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		s.t.Fatal(err)
	}
}

func (s *script) read(name string) []byte {
	s.t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		s.t.Fatal(err)
	}
	return data
}

// command runs one line. A first argument of the form @DIR runs the rest in
// that directory.
func (s *script) command(line string) {
	s.t.Helper()
	fmt.Fprintf(&s.transcript, "$ %s\n", line)
	words := splitWords(line)
	env := map[string]string{}
	for len(words) > 0 && envWord.MatchString(words[0]) {
		name, value, _ := strings.Cut(words[0], "=")
		env[name] = value
		words = words[1:]
	}
	dir := s.dir
	if len(words) > 0 && strings.HasPrefix(words[0], "@") {
		dir = filepath.Join(s.dir, words[0][1:])
		words = words[1:]
	}
	switch {
	case len(words) == 2 && words[0] == "cat":
		s.transcript.WriteString(s.scrub(string(s.read(words[1]))))
	case len(words) > 0 && words[0] == "iamlint":
		s.iamlint(dir, env, words[1:])
	default:
		s.t.Fatalf("cannot run %q", line)
	}
}

var envWord = regexp.MustCompile(`^[A-Z_]+=`)

func (s *script) iamlint(dir string, env map[string]string, args []string) {
	var stdin io.Reader = strings.NewReader("")
	if n := len(args); n >= 2 && args[n-2] == "<" {
		stdin = bytes.NewReader(s.read(args[n-1]))
		args = args[:n-2]
	}
	var stdout, stderr bytes.Buffer
	c := command{
		stdin: stdin, stdout: &stdout, stderr: &stderr, dir: dir,
		getenv: func(name string) string { return env[name] }, columns: func() int { return 0 },
	}
	code := c.run(args)
	s.transcript.WriteString(s.scrub(stdout.String()))
	for line := range strings.Lines(s.scrub(stderr.String())) {
		s.transcript.WriteString("! " + line)
	}
	fmt.Fprintf(&s.transcript, "[%d]\n", code)
}

var (
	duration  = regexp.MustCompile(`\d+(\.\d+)?(ns|µs|ms|s)\b`)
	ruleCount = regexp.MustCompile(`\d+ rules`)
)

// scrub takes out what differs between runs, and makes escape characters
// visible.
func (s *script) scrub(text string) string {
	text = strings.ReplaceAll(text, s.dir, "$WORK")
	text = strings.ReplaceAll(text, `$WORK\`, "$WORK/")
	text = duration.ReplaceAllString(text, "TIME")
	text = ruleCount.ReplaceAllString(text, "N rules")
	return strings.ReplaceAll(text, "\x1b", "␛")
}

// splitWords splits a line at blanks outside of single quotes.
func splitWords(line string) []string {
	var words []string
	word, quoted, any := "", false, false
	for _, r := range line {
		switch {
		case r == '\'':
			quoted, any = !quoted, true
		case r == ' ' && !quoted:
			if word != "" || any {
				words = append(words, word)
			}
			word, any = "", false
		default:
			word += string(r)
		}
	}
	if word != "" || any {
		words = append(words, word)
	}
	return words
}
