package terraform

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

var update = flag.Bool("update", false, "rewrite the expected listings")

// TestLoad reads each directory in testdata and compares what was understood
// of it with the listing beside it. A line "# var k=v" in front of the files
// sets a variable.
func TestLoad(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got, want := listing(t, ar, nil), ""
			for i, f := range ar.Files {
				if f.Name == "out" {
					want = string(f.Data)
					ar.Files[i].Data = []byte(got)
				}
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			for range 5 { // the order of the files means nothing
				if again := listing(t, ar, rand.Shuffle); again != got {
					t.Fatalf("files in another order give another listing:\n%s", cmp.Diff(got, again))
				}
			}
		})
	}
}

// listing loads the files of an archive and lists what is in them.
func listing(t *testing.T, ar *txtar.Archive, shuffle func(int, func(i, j int))) string {
	opts := Options{Vars: map[string]string{}}
	for line := range strings.Lines(string(ar.Comment)) {
		if k, v, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "# var "), "="); ok {
			opts.Vars[k] = v
		}
	}
	set := source.NewSet()
	byPath := map[string]*source.File{}
	var files []*source.File
	sources := append([]txtar.File(nil), ar.Files...)
	if shuffle != nil {
		shuffle(len(sources), func(i, j int) { sources[i], sources[j] = sources[j], sources[i] })
	}
	for _, f := range sources {
		if f.Name == "out" {
			continue
		}
		file := set.Add(path.Join("dir", f.Name), f.Data)
		byPath[file.Path] = file
		if strings.HasSuffix(f.Name, ".tf") {
			files = append(files, file)
		}
	}
	opts.ReadFile = func(p string) (*source.File, error) {
		if f := byPath[p]; f != nil {
			return f, nil
		}
		return nil, &fs.PathError{Op: "open", Path: p, Err: fs.ErrNotExist}
	}
	scope, problems := Load(set, "dir", files, opts)
	l := lister{set: set, texts: byPath}
	for _, d := range scope.Policies {
		checkPositions(t, set.Files(), d)
		l.document(d)
	}
	l.identities(scope)
	for _, p := range problems {
		l.printf("problem %d %s: %s\n", p.Kind, l.at(p.Span), p.Message)
	}
	return l.out.String()
}

// A lister writes what was understood in a form that people can compare.
type lister struct {
	set   *source.Set
	texts map[string]*source.File
	out   bytes.Buffer
}

func (l *lister) printf(format string, args ...any) { fmt.Fprintf(&l.out, format, args...) }

// at returns a position, and the source from there if it is short.
func (l *lister) at(s policy.Span) string {
	if !s.IsValid() {
		return "-"
	}
	from, to := l.set.FileSet.Position(s.Pos()), l.set.FileSet.Position(s.End())
	text := string(l.texts[from.Filename].Text[from.Offset:to.Offset])
	if n := strings.IndexByte(text, '\n'); n >= 0 {
		text = text[:n] + "…"
	}
	if len(text) > 60 {
		text = text[:57] + "…"
	}
	return fmt.Sprintf("%s:%s `%s`", path.Base(from.Filename), lineColumn(l.texts[from.Filename].Text, from.Offset), text)
}

func lineColumn(text []byte, offset int) string {
	line := bytes.Count(text[:offset], []byte("\n")) + 1
	return fmt.Sprintf("%d:%d", line, offset-bytes.LastIndexByte(text[:offset], '\n'))
}

func (l *lister) document(d *policy.Document) {
	kind := d.Kind.String()
	if d.Service != "" {
		kind += ":" + d.Service
	}
	for _, flag := range []struct {
		set  bool
		name string
	}{{d.Guessed, " guessed"}, {d.Unresolved, " unresolved"}, {d.Twin != nil, " twin"}, {d.NoResource, " no-resource"}} {
		if flag.set {
			kind += flag.name
		}
	}
	l.printf("%s  %s  %s\n", d.Name, kind, l.at(d.Head))
	for _, u := range d.Uses {
		l.printf("  used %s.%s %s\n", u.Address, u.Attribute, l.at(u.Span))
	}
	if d.Owner != nil {
		l.printf("  owner %s\n", d.Owner)
	}
	if len(d.AttachedTo) > 0 {
		l.printf("  attached %s\n", strings.Join(d.AttachedTo, " "))
	}
	if len(d.Instances) > 0 {
		l.printf("  instances %s\n", strings.Join(d.Instances, " "))
	}
	l.optional("  version", d.Version)
	l.optional("  id", d.ID)
	for _, s := range d.Statements {
		l.statement(s)
	}
	l.rest("  more statements", d.MoreStatements)
	l.rest("  rest", d.Rest)
	for _, p := range d.Problems {
		l.printf("  grammar %d %s %s\n", p.Kind, p.Element, l.at(p.Span))
	}
}

func (l *lister) optional(name string, v *policy.Value) {
	if v != nil {
		l.value(name, *v)
	}
}

func (l *lister) value(name string, v policy.Value) {
	l.printf("%s %s  %s", name, v, l.at(v.Span))
	if v.Use().IsValid() {
		l.printf(" via %s", l.at(v.Use()))
	}
	if sub := v.Sub(0, len(v.Prefix())); v.Prefix() != "" && sub != v.Span && len(v.Holes()) > 0 {
		l.printf(" prefix %s", l.at(sub))
	}
	l.printf("\n")
}

func (l *lister) rest(name string, holes []policy.Hole) {
	for _, h := range holes {
		l.printf("%s ${%s} %s\n", name, h.Expr, l.at(h.Span))
	}
}

func (l *lister) statement(s *policy.Statement) {
	l.printf("  %d %s", s.Index, s.Effect)
	if s.Optional {
		l.printf(" optional")
	}
	l.printf("  %s\n", l.at(s.Head))
	l.optional("    sid", s.Sid)
	l.optional("    effect", s.EffectValue)
	l.principals("    principal", s.Principal)
	l.principals("    not principal", s.NotPrincipal)
	l.list("    action", s.Action)
	l.list("    not action", s.NotAction)
	l.list("    resource", s.Resource)
	l.list("    not resource", s.NotResource)
	for _, c := range s.Condition.Entries {
		l.list(fmt.Sprintf("    if %s %s", c.Operator, c.Variable), c.List)
	}
	l.rest("    if", s.Condition.Rest)
	l.rest("    rest", s.Rest)
}

func (l *lister) principals(name string, p policy.Principals) {
	l.optional(name, p.Star)
	for _, set := range p.Sets {
		l.list(name+" "+set.Type.String(), set.List)
	}
	l.rest(name, p.Rest)
}

func (l *lister) list(name string, list policy.List) {
	if list.Empty() {
		l.printf("%s empty\n", name)
	}
	for _, v := range list.Values {
		l.value(name, v)
	}
	l.rest(name+" …", list.Rest)
}

func (l *lister) identities(s *policy.Scope) {
	for _, f := range s.Identities {
		l.printf("%s %s name %s", f.Type, f.Address, f.Name)
		if f.Undeclared {
			l.printf(" undeclared")
		}
		l.printf("  %s\n", l.at(f.Span))
		if f.Trust != nil {
			l.printf("  trust %s\n", f.Trust.Name)
		}
		if f.Boundary != nil {
			l.attached("boundary", *f.Boundary)
		}
		for _, a := range f.Policies {
			l.attached("has", a)
		}
		if len(f.Groups) > 0 {
			l.printf("  in %s\n", strings.Join(f.Groups, " "))
		}
	}
	for _, k := range s.AccessKeys {
		l.printf("key %s of %s  %s\n", k.Address, k.User, l.at(k.Span))
	}
}

func (l *lister) attached(what string, a policy.Attached) {
	l.printf("  %s", what)
	if a.Document != nil {
		l.printf(" %s (%s)", a.Document.Name, a.Document.Kind)
	}
	if a.Inline {
		l.printf(" inline")
	} else {
		l.printf(" %s", a.ARN)
	}
	l.printf(" by %s %s\n", a.Address, l.at(a.Span))
}
