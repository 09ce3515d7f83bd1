package rules_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/policy"
	"github.com/iamlint/iamlint/rules"
)

// For each check of IAM Access Analyzer that we have rules for, testdata has a
// policy that triggers it and one that nearly does. What the policies are for
// stands in the names of the files: "CODE/triggers.trust.json".
func TestAccessAnalyzer(t *testing.T) {
	examples := accessAnalyzerExamples(t)
	for _, line := range coverageLines(t, "access-analyzer.txt") {
		code, covering, _ := strings.Cut(line, ": ")
		names := slices.DeleteFunc(strings.Fields(covering), func(name string) bool { return rules.Find(name) == nil })
		if len(names) == 0 || strings.HasPrefix(covering, "left out") {
			continue
		}
		example := examples[code]
		delete(examples, code)
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			if len(example) != 2 {
				t.Fatalf("%d examples: there must be one that triggers the check, and one that nearly does", len(example))
			}
			for _, file := range example {
				found := lintExample(t, names, file)
				switch triggers := strings.HasPrefix(file.Name, "triggers."); {
				case triggers && len(found) == 0:
					t.Errorf("%s: none of %v reports it", file.Name, names)
				case !triggers && len(found) > 0:
					t.Errorf("%s: reported: %v", file.Name, found)
				}
			}
		})
	}
	for code := range maps.Keys(examples) {
		t.Errorf("%s: an example of a check that is not in the table, or has no rule", code)
	}
}

// accessAnalyzerExamples returns the example policies by code.
func accessAnalyzerExamples(t *testing.T) map[string][]txtar.File {
	t.Helper()
	paths, err := filepath.Glob("../testdata/access-analyzer/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	examples := map[string][]txtar.File{}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			code, name, _ := strings.Cut(f.Name, "/")
			examples[code] = append(examples[code], txtar.File{Name: name, Data: f.Data})
		}
	}
	return examples
}

// lintExample returns what some rules say of a file.
func lintExample(t *testing.T, names []string, file txtar.File) []string {
	t.Helper()
	dir := t.TempDir()
	var config strings.Builder
	config.WriteString("kinds:\n")
	for _, kind := range policy.KindNames() {
		fmt.Fprintf(&config, "  \"*.%s.json\": %s\n", kind, kind)
	}
	for name, text := range map[string]string{".iamlint.yaml": config.String(), file.Name: string(file.Data)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cfg, err := iamlint.ReadConfig(filepath.Join(dir, ".iamlint.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var others []string
	for _, r := range rules.All {
		if !slices.Contains(names, r.Name) {
			others = append(others, r.Name)
		}
	}
	report, err := iamlint.Lint(iamlint.Options{Dir: dir, Config: cfg, Enable: names, Disable: others})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range report.Findings {
		found = append(found, f.Message)
	}
	return found
}
