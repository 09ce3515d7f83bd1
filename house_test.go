package iamlint_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/iamlint/iamlint"

// mayImport says which of our packages each one may import, by directory; what
// is in a subdirectory is part of it. The root and cmd stand in [allowed].
var mayImport = map[string][]string{
	"catalog":  {},
	"policy":   {},
	"parse":    {"policy", "catalog"},
	"access":   {"policy", "catalog"},
	"rules":    {"policy", "catalog", "access"},
	"fix":      {"policy", "parse", "access", "rules"},
	"sarif":    {"rules"},
	"analyzer": {"parse", "rules"},
}

// onlyIn names the one directory that may import what starts with a path.
var onlyIn = map[string]string{
	"github.com/hashicorp/hcl/":      "parse",
	"github.com/zclconf/go-cty/":     "parse",
	"github.com/owenrumney/go-sarif": "sarif",
}

// A goFile is a source file of the module.
type goFile struct {
	path string // from the root, with slashes
	test bool
	// alone says that the file is a program that is only run by name.
	alone bool
	fset  *token.FileSet
	*ast.File
}

// room returns the top directory that the file is in; "." is the root.
func (f goFile) room() string { return room(path.Dir(f.path)) }

func room(dir string) string {
	top, _, _ := strings.Cut(dir, "/")
	return top
}

func (f goFile) imported() []string {
	var all []string
	for _, spec := range f.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		all = append(all, p)
	}
	return all
}

// allowed says whether code in one room may import another.
func allowed(from, to string) bool {
	switch from {
	case to, "cmd":
		return true
	case ".":
		return to != "sarif" && to != "cmd"
	}
	return slices.Contains(mayImport[from], to)
}

// sources reads all Go files of the module.
func sources(t *testing.T) []goFile {
	t.Helper()
	var files []goFile
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if name != "." && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") || otherModule(name)) {
				return filepath.SkipDir
			}
			return nil
		case filepath.Ext(name) != ".go":
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, goFile{
			path: filepath.ToSlash(name), test: strings.HasSuffix(name, "_test.go"),
			alone: strings.HasPrefix(string(text), "//go:build ignore\n"), fset: fset, File: f,
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func otherModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

func TestImports(t *testing.T) {
	for _, f := range sources(t) {
		if f.test || f.alone {
			continue
		}
		from := f.room()
		if _, known := mayImport[from]; !known && from != "." && from != "cmd" {
			t.Errorf("%s: say in mayImport what %s may import", f.path, from)
		}
		for _, p := range f.imported() {
			if ours, ok := strings.CutPrefix(p+"/", module+"/"); ok && !allowed(from, room(path.Clean(ours))) {
				t.Errorf("%s: %s may not import %s", f.path, from, p)
			}
			for prefix, dir := range onlyIn {
				if strings.HasPrefix(p, prefix) && from != dir {
					t.Errorf("%s: only %s may import %s", f.path, dir, p)
				}
			}
			if from == "rules" && (p == "os" || strings.HasPrefix(p, "os/")) {
				t.Errorf("%s: rules know nothing of files and so do not import %s", f.path, p)
			}
		}
	}
}

// iamlint works offline: nothing can open a connection.
func TestNoNetwork(t *testing.T) {
	for _, f := range sources(t) {
		for _, p := range f.imported() {
			if p == "net" || p == "net/http" || p == "net/rpc" || p == "net/smtp" || p == "crypto/tls" {
				t.Errorf("%s imports %s", f.path, p)
			}
		}
	}
}

func TestOneProgram(t *testing.T) {
	mains := map[string]bool{}
	for _, f := range sources(t) {
		if f.Name.Name == "main" && !f.alone {
			mains[path.Dir(f.path)] = true
		}
	}
	if len(mains) != 1 || !mains["cmd/iamlint"] {
		t.Errorf("programs in %v, want one, in cmd/iamlint: go install ./... must give one", mains)
	}
}

func TestPackageNames(t *testing.T) {
	for _, f := range sources(t) {
		switch f.Name.Name {
		case "util", "utils", "common", "helper", "helpers", "misc", "base", "shared":
			t.Errorf("%s: the name of package %s says nothing", f.path, f.Name.Name)
		}
	}
}

// Only the program prints; everything else returns what is to be said.
func TestOnlyTheProgramPrints(t *testing.T) {
	for _, f := range sources(t) {
		if f.test || f.alone || f.room() == "cmd" {
			continue
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && prints(s) {
				t.Errorf("%s: uses %s.%s", f.fset.Position(s.Pos()), s.X, s.Sel.Name)
			}
			if call, ok := n.(*ast.CallExpr); ok {
				if id, ok := call.Fun.(*ast.Ident); ok && (id.Name == "print" || id.Name == "println") {
					t.Errorf("%s: uses %s", f.fset.Position(id.Pos()), id.Name)
				}
			}
			return true
		})
	}
}

func prints(s *ast.SelectorExpr) bool {
	x, ok := s.X.(*ast.Ident)
	if !ok {
		return false
	}
	switch x.Name {
	case "fmt":
		return strings.HasPrefix(s.Sel.Name, "Print")
	case "os":
		return s.Sel.Name == "Stdout" || s.Sel.Name == "Stderr"
	case "log":
		return true
	}
	return false
}

// What does not fit a room is to be split where the reader would.
const (
	maxFunction = 100 // lines
	maxFile     = 400
)

func TestSizes(t *testing.T) {
	for _, f := range sources(t) {
		lines := f.fset.File(f.Package).LineCount()
		if lines > maxFile && !f.test {
			t.Errorf("%s has %d lines, more than %d", f.path, lines, maxFile)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			from, to := f.fset.Position(fn.Pos()), f.fset.Position(fn.End())
			if n := to.Line - from.Line + 1; n > maxFunction {
				t.Errorf("%s: function %s has %d lines, more than %d", from, fn.Name.Name, n, maxFunction)
			}
		}
	}
}
