package walk

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// gitFiles are what the ignore files of TestAsGit are about, and gitNames are
// what they are made of: names that try what is special in patterns.
var (
	gitFiles = []string{
		"a", "b.tf", "ab", "abc/a", "abc/d/a", "abc/d/b.tf", "foo/a", "foo/bar/a", "foo/bar/baz/b.tf",
		"foobar/a", "Foo", "f o", "t ", "-", "!a", "#a", "[a]", "n\n", "n\v", "a*b", "a?b", "{a,b}", "a]b", "a-b", "^a",
		"é/é.tf", "\xff", "日本", ".a", ".foo/a", "1.json", "dist/out/1.json", "out",
	}
	gitParts = []string{
		"a", "b", "ab", "foo", "bar", "out", "abc", ".tf", ".json", "*", "*", "**", "**/", "/**", "/**/", "/", "/", "?", "[ab]",
		"[!a]", "[^a-f]", "[a-", "[]a]", "[[:alpha:]]", "[[:digit:]-z]", "[[:nope:]]", `\`, `\*`, `\[`, "!", "#", " ", `\ `, "{a,b}", "-", "é", "\xff", "\t", "]", "^", ".",
	}
	gitPatterns = []string{
		"*", "!*", "/*", "*/", "**", "/**", "**/", "a/", "/a", "foo/*", "foo/**", "foo/**/a", "**/a", "**/bar/a", "foo**", "foo**/a", "a**/**b",
		"foo/bar/", "/foo/bar", "foo//a", "./a", "../a", `\!a`, `\#a`, "#a", "!a\n", "a\n!a", "foo/\n!foo/a", "foo/*\n!foo/bar", "f o ", `t\ `, `t\  `, "a\r\nb.tf\r",
		"\ufeffa", "[a]", `\[a]`, "a[*]b", `a\?b`, "{a,b}", "[!b]", "[^b]", "[a-c]b", "[c-a]", "[]-a]b", "[[:upper:]]oo", "[", "[]", "[!]", `\`, `a\`, "é", "?", "??", "???", "日*",
		"**/**/a", "abc/**/**/a", "abc/**/d/**/a", "***", "*/*/a", "**foo/a", "foo/**bar", "a/**/", "/", "//", "!", "!/", " ", "\t", "foo\\/a", `foo/**\/a`, "a/**", "/**/a/**", "foo/**/", "*\n!foo/\n!foo/**", "foo/bar/**\n!foo/bar/a", "foo[/]a", "foo?a", "foo[!a]bar", "f\\oo", "[[:space:]]", "f[[:space:]]o", "[\\]a]", "foo/*/", "*/bar", "Foo\nfoo", "foo**/**/a", "foo**/**", "foo**/**/**/bar/**", "a**/**/d/a", "**//a", "foo/**//a", "/**//a", "foo/**/", "foo**//a", "*/**//", "foob**//", "n[[:space:]]", "*.tf", "*.json\n!/1.json",
	}
)

// Every pattern must hide the same files as git does.
func TestAsGit(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir := plant(t)
	git(t, nil, "init", "-q")
	patterns := slices.Concat(gitPatterns, randomPatterns(150))
	var all []string
	for i, p := range patterns {
		for _, name := range gitFiles {
			all = append(all, plantFile(t, fmt.Sprintf("%03d", i), name, ""))
		}
		plantFile(t, fmt.Sprintf("%03d", i), ".gitignore", p)
	}
	ignored := map[string]bool{}
	out := git(t, []byte(strings.Join(all, "\x00")), "check-ignore", "-z", "--stdin", "--no-index")
	for name := range strings.SplitSeq(string(out), "\x00") {
		ignored[name] = true
	}
	files, problems, err := Files([]string{dir}, Options{Want: func(name string) bool { return name != ".gitignore" }})
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	got := map[string]bool{}
	for _, f := range files {
		rel, _ := filepath.Rel(dir, f.Path)
		got[filepath.ToSlash(rel)] = true
	}
	for i, p := range patterns {
		var want, shown []string
		for _, name := range all[i*len(gitFiles) : (i+1)*len(gitFiles)] {
			if !ignored[name] {
				want = append(want, name)
			}
			if got[name] {
				shown = append(shown, name)
			}
		}
		if diff := cmp.Diff(want, shown); diff != "" {
			t.Errorf("with %q (-git +walk):\n%s", p, diff)
		}
	}
}

// plantFile writes a file, and returns its path.
func plantFile(t *testing.T, folder, name, content string) string {
	t.Helper()
	path := folder + "/" + name
	full := filepath.FromSlash(path)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(content), 0o644); err != nil {
		t.Skip("this file system does not take every name: ", err)
	}
	return path
}

// randomPatterns returns ignore files of a line or two, the same each time.
func randomPatterns(n int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	list := make([]string, n)
	for i := range list {
		for range 1 + r.IntN(5) {
			list[i] += gitParts[r.IntN(len(gitParts))]
		}
		if r.IntN(4) == 0 {
			list[i] += "\n!" + gitParts[r.IntN(len(gitParts))]
		}
	}
	return list
}

// git runs git without the configuration of the machine and the user.
func git(t *testing.T, stdin []byte, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("git", args...)
	home := t.TempDir()
	cmd.Env = append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1", "HOME="+home, "XDG_CONFIG_HOME="+home, "GIT_CONFIG_GLOBAL="+os.DevNull)
	cmd.Stdin = bytes.NewReader(stdin)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %v: %v", args, err)
	}
	return out
}
