package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var description = regexp.MustCompile(`   +\S.*$`)

// The examples in help texts work.
func TestExamples(t *testing.T) {
	c, _, _ := newCommand(t.TempDir())
	c.run([]string{"version"}) // makes c.out
	root := c.rootCommand()
	n := 0
	for _, cmd := range append(root.Commands(), root) {
		for line := range strings.Lines(cmd.Example) {
			line = description.ReplaceAllString(strings.TrimSpace(line), "")
			words := splitWords(line)
			if words[0] != "iamlint" {
				continue
			}
			n++
			dir := t.TempDir()
			writeExampleFiles(t, dir)
			if strings.Contains(line, "--rev") && !commitFiles(t, dir) {
				continue
			}
			c, _, stderr := newCommand(dir)
			if code := c.run(words[1:]); code > exitFindings || stderr.Len() > 0 {
				t.Errorf("%s: exit code %d, %s", line, code, stderr)
			}
		}
	}
	if n < 8 {
		t.Errorf("only %d examples", n)
	}
}

// writeExampleFiles writes the files that examples name.
func writeExampleFiles(t *testing.T, dir string) {
	t.Helper()
	for name, text := range map[string]string{
		"app.json":         `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*"}}`,
		"app.iamtest.yaml": "version: 1\ntests:\n  - request: {principal: \"*\", action: \"s3:GetObject\"}\n    expect: implicit_deny\n",
		"old.json":         `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*"}}`,
		"new.json":         `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::data/*"}}`,
		"modules/app/a.tf": "variable \"name\" {}\n",
		"module/main.tf":   "resource \"aws_iam_role\" \"app\" {\n  assume_role_policy = \"{}\"\n}\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// commitFiles makes the directory a git repository whose branch is main, if there
// is git.
func commitFiles(t *testing.T, dir string) bool {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		return false
	}
	for _, args := range [][]string{
		{"init", "-q"}, {"checkout", "-q", "-b", "main"}, {"add", "-A"},
		{"-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "all"},
	} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	return true
}
