package parse

import (
	"flag"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/policy"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

// Each archive in testdata is a directory of input files, and what is read of
// them: policies, by name, with what breaks the grammar in them, and what kept
// others from being read.
func TestGolden(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives in testdata", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "out" })
			if i != len(a.Files)-1 {
				t.Fatal("the last file is not out")
			}
			path, err := filepath.Abs(name)
			if err != nil {
				t.Fatal(err)
			}
			plant(t, a.Files[:i])
			got := show(load(t, Options{}))
			if *update {
				a.Files[i].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(a.Files[i].Data), got); diff != "" {
				t.Errorf("got +, want -:\n%s", diff)
			}
		})
	}
}

// plant makes a directory of files, and goes there.
func plant(t testing.TB, files []txtar.File) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.Name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f.Name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func load(t *testing.T, opts Options) *Result {
	t.Helper()
	r, err := Load(opts)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// show prints a result as people would note it down.
func show(r *Result) string {
	s := shower{Result: r, text: map[string][]byte{}}
	for _, f := range r.Files {
		s.text[f.Path] = f.Text
		r.FileSet.File(f.Pos(0)).SetLinesForContent(f.Text)
	}
	for _, scope := range r.Scopes {
		for _, d := range scope.Policies {
			s.document(d)
		}
	}
	for _, p := range r.Problems {
		s.line("", p.Span, fmt.Sprintf("%s: %s", problemNames[p.Kind], p.Message))
		for _, rel := range p.Related {
			s.line("  ", rel.Span, rel.Message)
		}
	}
	return s.String()
}

var problemNames = map[any]string{
	JSONSyntax: "json-syntax", Syntax: "syntax-error", UnreadableFile: "unreadable-file", InputLimit: "input-limit",
}

type shower struct {
	*Result
	strings.Builder
	text map[string][]byte
}

func (s *shower) document(d *policy.Document) {
	fmt.Fprintf(s, "%s: %v %s", d.Name, d.Kind, d.Service)
	if d.Guessed {
		s.WriteString(" (guessed)")
	}
	s.WriteByte('\n')
	for _, st := range d.Statements {
		actions, _ := st.Actions()
		s.line("  ", st.Mark(), fmt.Sprintf("%v %v", st.Effect, texts(actions.Values)))
	}
	for _, p := range d.Problems {
		switch p.Kind {
		case policy.WrongType:
			s.line("  ", p.Span, fmt.Sprintf("%s must be %s, found %s", p.Element, p.Want, p.Got))
		case policy.UnknownElement:
			s.line("  ", p.Span, fmt.Sprintf("unknown element %s beside %v", p.Element, p.Siblings))
		case policy.DuplicateKey:
			s.line("  ", p.Span, fmt.Sprintf("duplicate key %s, first at line %d", p.Element, s.FileSet.Position(p.First.Pos()).Line))
		}
	}
}

func texts(values []policy.Value) []string {
	var all []string
	for _, v := range values {
		all = append(all, v.String())
	}
	return all
}

// line prints something about a place, with the text that stands there.
func (s *shower) line(indent string, at policy.Span, message string) {
	p := s.FileSet.Position(at.Pos())
	text := s.text[p.Filename]
	fmt.Fprintf(s, "%s%s %s %s\n", indent, short(p), excerpt(text[p.Offset:p.Offset+int(at.End()-at.Pos())]), message)
}

func short(p token.Position) string {
	return fmt.Sprintf("%s:%d:%d", filepath.ToSlash(p.Filename), p.Line, p.Column)
}

func excerpt(text []byte) string {
	if len(text) > 30 {
		text = append(slices.Clone(text[:27]), "..."...)
	}
	return "‹" + strings.ReplaceAll(string(text), "\n", "⏎") + "›"
}
