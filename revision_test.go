package iamlint_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/access"
)

// repository makes a git repository with one commit for each set of files, tagged
// v0, v1 and so on, and returns its directory.
func repository(t *testing.T, commits ...map[string]string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	dir := t.TempDir()
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"}, args...)...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	git("init", "-q")
	for i, files := range commits {
		for name, text := range files {
			path := filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		git("add", "-A")
		git("commit", "-q", "-m", "change")
		git("tag", "v"+string(rune('0'+i)))
	}
	return dir
}

// Two revisions are compared, also files that attributes keep from archives, and
// paths that no archive may have leave nothing behind.
func TestDiffRevisions(t *testing.T) {
	read := `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}]}`
	write := `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*"}]}`
	dir := repository(t,
		map[string]string{"iam/app.json": read, ".gitattributes": "iam/*.json export-ignore\n"},
		map[string]string{"iam/app.json": write, "iam/name with\ttab.json": read})
	before, err := iamlint.CheckOut(filepath.Join(dir, "iam"), "v0")
	if err != nil {
		t.Fatal(err)
	}
	after, err := iamlint.CheckOut(filepath.Join(dir, "iam"), "v1")
	if err != nil {
		t.Fatal(err)
	}
	d, err := iamlint.Diff(iamlint.DiffOptions{Old: iamlint.Source{Dir: before.Dir}, New: iamlint.Source{Dir: after.Dir}})
	if err != nil {
		t.Fatal(err)
	}
	if d.Verdict != access.Yes || len(d.New) != 2 || len(d.Lost) != 0 {
		t.Errorf("%v: %d new, %d lost", d.Verdict, len(d.New), len(d.Lost))
	}
	for _, c := range []*iamlint.Checkout{before, after} {
		if err := c.Remove(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(c.Dir); err == nil {
			t.Errorf("%s is still there", c.Dir)
		}
	}
	for _, revision := range []string{"nosuch", "--output=x", ""} {
		if _, err := iamlint.CheckOut(dir, revision); err == nil {
			t.Errorf("%q is no revision", revision)
		}
	}
	if _, err := iamlint.CheckOut(t.TempDir(), "HEAD"); err == nil {
		t.Error("there is no repository")
	}
}
