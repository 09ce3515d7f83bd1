package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/rules"
)

// newCommand returns a command in a directory, and where its output goes.
func newCommand(dir string) (c *command, stdout, stderr *bytes.Buffer) {
	stdout, stderr = new(bytes.Buffer), new(bytes.Buffer)
	return &command{
		stdin: strings.NewReader(""), stdout: stdout, stderr: stderr, dir: dir,
		getenv: func(string) string { return "" }, columns: func() int { return 0 },
	}, stdout, stderr
}

// A failure of ours must not look like a finding, and names the rule.
func TestFailureOfRule(t *testing.T) {
	c, _, stderr := newCommand(t.TempDir())
	c.run([]string{"version"}) // makes c.out
	err := c.verdict(&iamlint.Report{Failures: []error{
		errors.New("rule some-rule: index out of range\ngoroutine 1 [running]:"),
		errors.New("rule other-rule: nil pointer"),
	}}, rules.Medium)
	if code := c.code(nil, err); code != exitFailure {
		t.Errorf("exit code %d, want %d", code, exitFailure)
	}
	want := "iamlint: internal failure: rule some-rule: index out of range\niamlint: internal failure: rule other-rule: nil pointer\n"
	if stderr.String() != want {
		t.Errorf("standard error:\n%swant:\n%s", stderr, want)
	}
}

func TestPanic(t *testing.T) {
	c, _, stderr := newCommand(t.TempDir())
	c.getenv = func(string) string { panic("out of luck") }
	if code := c.run([]string{"lint"}); code != exitFailure {
		t.Errorf("exit code %d, want %d", code, exitFailure)
	}
	if got, want := stderr.String(), "iamlint: internal failure: out of luck\n"; got != want {
		t.Errorf("standard error %q, want %q", got, want)
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

func TestStandardOutputFails(t *testing.T) {
	for _, test := range []struct {
		err    error
		code   int
		stderr string
	}{
		{fmt.Errorf("write: %w", syscall.EPIPE), exitClean, ""},
		{errors.New("no space left"), exitFailure, "iamlint: write output: no space left\n"},
	} {
		c, _, stderr := newCommand(t.TempDir())
		c.stdout = failingWriter{test.err}
		if code := c.run([]string{"version"}); code != test.code || stderr.String() != test.stderr {
			t.Errorf("%v: exit code %d, standard error %q; want %d, %q", test.err, code, stderr, test.code, test.stderr)
		}
	}
}

// A reader that stops reading ends a long run as well.
func TestBrokenPipeWithFindings(t *testing.T) {
	dir := t.TempDir()
	var policy strings.Builder
	policy.WriteString(`{"Version": "2012-10-17", "Statement": [`)
	for i := range 1000 {
		fmt.Fprintf(&policy, `{"Effect": "Allow", "Action": "s3:Zzzzzzzzzz%d", "Resource": "*"}, `, i)
	}
	policy.WriteString(`{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}]}`)
	if err := os.WriteFile(filepath.Join(dir, "policy.json"), []byte(policy.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	c, _, stderr := newCommand(dir)
	c.stdout = failingWriter{syscall.EPIPE}
	if code := c.run(nil); code != exitFindings || stderr.Len() > 0 {
		t.Errorf("exit code %d, standard error %q", code, stderr)
	}
}

func TestVersion(t *testing.T) {
	c, stdout, _ := newCommand(t.TempDir())
	if code := c.run([]string{"version", "--format", "json"}); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	var answer struct {
		Version int
		Iamlint string
		Go      string
		AWSData struct {
			Date, Source   string
			Actions        int
			PartitionsDate string `json:"partitions_date"`
		} `json:"aws_data"`
	}
	if err := json.Unmarshal(stdout.Bytes(), &answer); err != nil {
		t.Fatal(err)
	}
	if answer.Version != 1 || answer.Iamlint == "" || answer.Go != runtime.Version() || answer.AWSData.Date < "2026" ||
		answer.AWSData.Source == "" || answer.AWSData.Actions < 10000 || answer.AWSData.PartitionsDate < "2026" {
		t.Errorf("got %+v", answer)
	}
	c, stdout, _ = newCommand(t.TempDir())
	c.run([]string{"version"})
	for _, want := range []string{"iamlint " + answer.Iamlint, "AWS data    " + answer.AWSData.Date, "partitions  " + answer.AWSData.PartitionsDate} {
		if !strings.Contains(stdout.String(), want) {
			t.Errorf("the version does not hold %q:\n%s", want, stdout)
		}
	}
}

// Every rule is listed and can be explained.
func TestRules(t *testing.T) {
	c, stdout, _ := newCommand(t.TempDir())
	c.run([]string{"rules"})
	if got := strings.Count(stdout.String(), "\n"); got != len(rules.All) {
		t.Errorf("%d lines for %d rules", got, len(rules.All))
	}
	for _, r := range rules.All {
		if !strings.Contains(stdout.String(), r.Name+" ") {
			t.Errorf("rule %s is not listed", r.Name)
		}
		c, stdout, stderr := newCommand(t.TempDir())
		if code := c.run([]string{"explain", r.Name}); code != 0 || stderr.Len() > 0 {
			t.Errorf("explain %s: exit code %d, %s", r.Name, code, stderr)
		}
		for _, want := range []string{r.Name + ": " + r.Title() + "\n", r.Explanation(), r.URL()} {
			if !strings.Contains(stdout.String(), want) {
				t.Errorf("explain %s does not hold %q", r.Name, want)
			}
		}
	}
}

func TestRulesJSON(t *testing.T) {
	c, stdout, _ := newCommand(t.TempDir())
	c.run([]string{"rules", "--format", "json"})
	var answer jsonRules
	if err := json.Unmarshal(stdout.Bytes(), &answer); err != nil {
		t.Fatal(err)
	}
	fixable := map[string]bool{}
	for _, r := range answer.Rules {
		fixable[r.Name] = r.Fixable
	}
	if len(answer.Rules) != len(rules.All) || !fixable["unknown-action"] || fixable["json-syntax"] {
		t.Errorf("got %s", stdout)
	}
}

// The scripts call back into the program.
func TestCompletionScripts(t *testing.T) {
	for _, shell := range shells {
		c, stdout, stderr := newCommand(t.TempDir())
		if code := c.run([]string{"completion", shell}); code != 0 || stderr.Len() > 0 {
			t.Errorf("%s: exit code %d, %s", shell, code, stderr)
		}
		if !strings.Contains(stdout.String(), "__complete") {
			t.Errorf("%s: the script does not call iamlint __complete", shell)
		}
	}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report")
	put := func(text string) error {
		return writeFile(path, func(w io.Writer) error { _, err := io.WriteString(w, text); return err })
	}
	if err := put("one"); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := put("two"); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
	err = writeFile(path, func(w io.Writer) error { io.WriteString(w, "thr"); return errors.New("stopped") })
	text, _ := os.ReadFile(path)
	entries, _ := os.ReadDir(dir)
	if err == nil || string(text) != "two" || len(entries) != 1 {
		t.Errorf("after a failure: %v, %q, %v", err, text, entries)
	}
}
