package parse

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/parse/internal/walk"
)

// A worklist is what there is to read.
type worklist struct {
	roots    []string
	files    []walk.File         // JSON, or named and maybe JSON; by path
	modules  map[string][]string // .tf files, by directory
	stdin    bool
	focus    map[string]bool // as in [Result]
	problems []walk.Problem
}

// discover finds the files to read.
func discover(opts Options) (*worklist, error) {
	roots, stdin := splitStdin(opts.Paths)
	todo := &worklist{roots: roots, modules: map[string][]string{}, stdin: stdin}
	walking := walk.Options{Want: wanted, Exclude: opts.Exclude, ExcludeBase: opts.ExcludeBase}
	files, problems, err := walk.Files(roots, walking)
	if err != nil {
		return nil, err
	}
	todo.problems = problems
	for _, f := range files {
		todo.add(f)
	}
	return todo, todo.addSiblings(files, walking)
}

// splitStdin takes the path that stands for standard input out of the paths.
func splitStdin(paths []string) (roots []string, stdin bool) {
	roots = slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return p == "-" })
	stdin = len(roots) < len(paths)
	if len(paths) == 0 {
		roots = []string{"."}
	}
	return roots, stdin
}

// wanted says whether a file may hold policies, going by its name.
func wanted(name string) bool { return isTerraform(name) || isJSON(name) }

func isTerraform(name string) bool { return strings.HasSuffix(name, ".tf") }

// isJSON leaves out Terraform's own JSON: a policy in it is one of a
// configuration.
func isJSON(name string) bool { return strings.HasSuffix(name, ".json") && !isTerraformJSON(name) }

func isTerraformJSON(name string) bool {
	return strings.HasSuffix(name, ".tf.json") || strings.HasSuffix(name, ".tofu.json")
}

// isOther says whether a file is in a language that JSON may look like: what
// stands in it may mean something else, and be right there.
func isOther(name string) bool {
	switch filepath.Ext(name) {
	case ".jsonc", ".json5", ".jsonnet", ".libsonnet", ".yaml", ".yml", ".hcl", ".tofu",
		".tpl", ".tmpl", ".tftpl", ".gotmpl", ".template", ".tt", ".j2", ".jinja", ".jinja2", ".erb", ".ejs", ".hbs", ".mustache":
		return true
	}
	return isTerraformJSON(name)
}

func (w *worklist) add(f walk.File) {
	switch {
	case isTerraform(f.Path):
		dir := filepath.Dir(f.Path)
		w.modules[dir] = append(w.modules[dir], f.Path)
	case isJSON(f.Path) || !isOther(f.Path):
		w.files = append(w.files, f)
	}
}

// addSiblings adds the files that are one module with the .tf files that were
// named, and sets the focus on what was asked for.
func (w *worklist) addSiblings(files []walk.File, walking walk.Options) error {
	var siblings []string
	seen := map[string]bool{}
	for _, f := range files {
		dir := filepath.Dir(f.Path)
		if f.Named && isTerraform(f.Path) && !seen[dir] {
			seen[dir] = true
			siblings = append(siblings, terraformIn(dir)...)
		}
	}
	more, problems, err := walk.Files(siblings, walking)
	if err != nil || len(siblings) == 0 {
		return err
	}
	asked := make(map[string]bool, len(files))
	for _, f := range files {
		asked[f.Path] = true
	}
	for _, p := range w.problems {
		asked[p.Path] = true
	}
	for _, f := range more {
		if !asked[f.Path] {
			w.focus = asked
			w.add(f)
		}
	}
	for _, p := range problems {
		if !asked[p.Path] {
			w.problems = append(w.problems, p)
			w.focus = asked
		}
	}
	return nil
}

// terraformIn returns the paths of the .tf files in a directory. That it
// cannot be read matters to none of the files that were named.
func terraformIn(dir string) []string {
	entries, _ := os.ReadDir(dir)
	var paths []string
	for _, e := range entries {
		if isTerraform(e.Name()) && !e.IsDir() {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	return paths
}
