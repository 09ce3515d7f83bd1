package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The problem matcher in .github reads what compact writes, in colour or not.
func TestProblemMatcher(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", ".github", "iamlint-matcher.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		ProblemMatcher []struct {
			Pattern []struct{ Regexp string }
		}
	}
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	pattern := regexp.MustCompile(file.ProblemMatcher[0].Pattern[0].Regexp)
	dir := t.TempDir()
	policy := `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObjects", "Resource": "arn:aws:s3:::example/*"}]}`
	if err := os.WriteFile(filepath.Join(dir, "a b.json"), []byte(policy), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, color := range colorModes {
		c, stdout, _ := newCommand(dir)
		c.run([]string{"--format", "compact", "--color", color})
		got := pattern.FindStringSubmatch(strings.TrimSuffix(stdout.String(), "\n"))
		want := []string{"a b.json", "1", "71", "s3:GetObjects does not exist; did you mean s3:GetObject?", "unknown-action"}
		if got == nil || !slices.Equal(got[1:], want) {
			t.Errorf("%s: got %q, want %q", color, got, want)
		}
	}
}
