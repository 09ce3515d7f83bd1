package parse

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

const (
	identity = `{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}`
	broken   = `{"Statement": [{"Effect": "Allow", "Action": "s3:*",}]}`
)

func tree(archive string) []txtar.File { return txtar.Parse([]byte(archive)).Files }

// names returns the names of the policies that were found, and the problems by
// file.
func names(r *Result) (policies, problems []string) {
	for _, s := range r.Scopes {
		for _, d := range s.Policies {
			policies = append(policies, d.Name)
		}
	}
	for _, p := range r.Problems {
		problems = append(problems, r.FileSet.File(p.Pos()).Name()+": "+p.Message)
	}
	return policies, problems
}

// Standard input is expected to be a policy, whatever it is.
func TestStdin(t *testing.T) {
	for _, test := range []struct {
		name, stdin, as string
		policies        int
		problem         string // of the file, or of the grammar
	}{
		{"policy", identity, "", 1, ""},
		{"wrapped", `{"Policy": ` + identity + `}`, "", 1, ""},
		{"malformed", broken, "", 0, "trailing comma"},
		{"not a policy", `{"a": 1}`, "", 1, "unknown element a"},
		{"list", `[1]`, "", 1, "policy must be an object, found list"},
		{"empty", "", "", 0, "empty"},
		{"blank", " \n", "", 0, "empty"},
		{"prose", "Statement of account", "", 0, "JSON syntax error"},
		{"template", `{"Statement": ${x}}`, "", 0, "JSON syntax error"},
		{"Terraform", "data \"aws_iam_policy_document\" \"d\" {\n  statement {\n    actions = [\"s3:*\"]\n  }\n}\n", "x/main.tf", 1, ""},
		{"malformed Terraform", "data \"aws_iam_policy_document\" \"d\" {", "main.tf", 0, "syntax-error"},
	} {
		t.Run(test.name, func(t *testing.T) {
			plant(t, nil)
			r := load(t, Options{Paths: []string{"-"}, Stdin: []byte(test.stdin), StdinName: test.as})
			policies, _ := names(r)
			if len(policies) != test.policies || r.Examined != 1 {
				t.Errorf("found %q in %d files, want %d", policies, r.Examined, test.policies)
			}
			if got := show(r); !strings.Contains(got, test.problem) || test.problem == "" && len(r.Problems) > 0 {
				t.Errorf("got %s, want %q", got, test.problem)
			}
		})
	}
}

// Hooks name every file that has changed: what is not JSON is none of our
// business.
func TestNamedFiles(t *testing.T) {
	plant(t, tree(`
-- policy --
`+identity+`
-- trust.txt --
`+broken+`
-- README.md --
A "Statement": is of 2012-10-17.
-- main.go --
package main // {"Statement": [
-- flow.yaml --
{Version: '2012-10-17', Statement: []}
-- app.json.tpl --
{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "${bucket}"}]}
-- commented.jsonc --
{"Statement": [] /* none */}
-- main.tf.json --
{"Statement": [}
-- other.json --
{"a": }
`))
	files := []string{"policy", "trust.txt", "README.md", "main.go", "flow.yaml", "app.json.tpl", "commented.jsonc", "main.tf.json", "other.json"}
	policies, problems := names(load(t, Options{Paths: files}))
	if want := []string{"policy"}; !slices.Equal(policies, want) {
		t.Errorf("got policies %q, want %q", policies, want)
	}
	if len(problems) != 1 || !strings.HasPrefix(problems[0], "trust.txt: JSON syntax error: trailing comma") {
		t.Errorf("got problems %q", problems)
	}
}

func TestUnreadable(t *testing.T) {
	plant(t, tree("-- policy.json --\n"+identity+"\n"))
	if err := os.Symlink("nowhere.json", "link.json"); err != nil {
		t.Skip(err)
	}
	r := load(t, Options{Paths: []string{".", "missing.json"}})
	policies, problems := names(r)
	want := []string{"link.json: cannot read file: symbolic link leads nowhere", "missing.json: cannot read file: file does not exist"}
	if !slices.Equal(problems, want) || len(policies) != 1 {
		t.Errorf("got %q and policies %q, want %q", problems, policies, want)
	}
	for _, p := range r.Problems {
		if p.Kind != UnreadableFile || r.FileSet.Position(p.Pos()).Line != 1 {
			t.Errorf("got kind %d at %v", p.Kind, r.FileSet.Position(p.Pos()))
		}
	}
}

// A file that is too large is reported if it may hold a policy; it need not be
// read for that.
func TestLargeFiles(t *testing.T) {
	plant(t, nil)
	for name, text := range map[string]string{"policy.json": `"2012-10-17"`, "data.json": `"2012-10-18"`} {
		f, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		// Across the border of two windows; before and behind are holes of the file system.
		if _, err := f.WriteAt([]byte(text), 1<<20-5); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(f.Truncate(maxFile+1), f.Close()); err != nil {
			t.Fatal(err)
		}
	}
	r := load(t, Options{})
	if _, problems := names(r); len(problems) != 1 || problems[0] != "policy.json: file is not read: it is larger than 64 MiB" {
		t.Errorf("got %q", problems)
	}
}

func TestKinds(t *testing.T) {
	plant(t, tree("-- scp.json --\n"+identity+"\n-- role.json --\n{\"AssumeRolePolicyDocument\": "+identity+"}\n"))
	r := load(t, Options{KindOf: func(string) (policy.Kind, bool) { return policy.SCP, true }})
	for _, s := range r.Scopes {
		d := s.Policies[0]
		want := policy.SCP
		if s.Name == "role.json" {
			want = policy.Trust // what is around it tells better
		}
		if d.Kind != want || d.Guessed {
			t.Errorf("%s is %v, guessed %v; want %v", d.Name, d.Kind, d.Guessed, want)
		}
	}
}

// A .tf file is read with its whole module, and then only what concerns it is
// to be reported.
func TestFocus(t *testing.T) {
	plant(t, tree(`
-- a/policy.tf --
data "aws_iam_policy_document" "d" {
}
-- a/other.tf --
data "aws_iam_policy_document" "e" {
}
-- b/alone.tf --
data "aws_iam_policy_document" "f" {
}
-- c.json --
`+identity+`
`))
	for _, test := range []struct {
		paths, focus []string
		policies     int
	}{
		{[]string{"a"}, nil, 2},
		{[]string{"b/alone.tf", "c.json"}, nil, 2},
		{[]string{"a/policy.tf", "a/other.tf"}, nil, 2},
		{[]string{"a/policy.tf"}, []string{"a/policy.tf"}, 2},
		{[]string{"a/policy.tf", "b", "c.json"}, []string{"a/policy.tf", "b/alone.tf", "c.json"}, 4},
	} {
		r := load(t, Options{Paths: test.paths})
		policies, _ := names(r)
		var focus []string
		for path := range r.Focus {
			focus = append(focus, path)
		}
		slices.Sort(focus)
		if !slices.Equal(focus, test.focus) || len(policies) != test.policies {
			t.Errorf("%q: focus %q, policies %q; want focus %q", test.paths, focus, policies, test.focus)
		}
	}
}

// Files that others name are read from the linted tree, and from nowhere else.
func TestBounded(t *testing.T) {
	plant(t, tree("-- in/.git/HEAD --\n-- in/sub/a.txt --\na\n-- out/b.txt --\nb\n-- in/binary --\n\x00\n"))
	for name, to := range map[string]string{"in/link": "../out/b.txt", "in/inner": "sub/a.txt"} {
		if err := os.Symlink(to, name); err != nil {
			t.Skip(err)
		}
	}
	b := newBounded(source.NewSet(), []string{"in/sub"})
	for _, test := range []struct{ path, want string }{
		{"in/sub/a.txt", ""},
		{"in/inner", ""},
		{"in/link", "outside the linted tree"},
		{"out/b.txt", "outside the linted tree"},
		{"in/sub/../../out/b.txt", "outside the linted tree"},
		{"out/missing", "outside the linted tree"},
		{"in/sub", "not a regular file"},
		{"in/binary", "not text"},
	} {
		f, err := b.read(test.path)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.path, err, test.want)
		}
		if again, _ := b.read("./" + test.path); again != f {
			t.Errorf("%s is read twice", test.path)
		}
	}
	if _, err := b.read("in/missing"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// What is found depends neither on the order in which files are named nor on
// how many are read at once.
func TestOrder(t *testing.T) {
	a, err := txtar.ParseFile("testdata/syntax.txtar")
	if err != nil {
		t.Fatal(err)
	}
	plant(t, a.Files)
	var paths []string
	for _, f := range a.Files {
		paths = append(paths, f.Name)
	}
	want := show(load(t, Options{Paths: paths}))
	for _, procs := range []int{1, 2, 8} {
		slices.Reverse(paths)
		paths = append(paths[procs:], paths[:procs]...)
		before := runtime.GOMAXPROCS(procs)
		got := show(load(t, Options{Paths: paths}))
		runtime.GOMAXPROCS(before)
		if got != want {
			t.Errorf("with %d at once, got\n%s\nwant\n%s", procs, got, want)
		}
	}
}

func TestMalformedGlob(t *testing.T) {
	plant(t, nil)
	if _, err := Load(Options{Exclude: []string{"["}}); err == nil {
		t.Error("no error")
	}
}
