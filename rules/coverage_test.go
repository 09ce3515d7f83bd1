package rules_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/rules"
)

const coverage = "../testdata/coverage"

// What other tools check has a rule of ours, or is left out for a reason, or
// waits for a rule that pending.txt names.
func TestCoverage(t *testing.T) {
	pending := map[string]bool{}
	for _, name := range coverageLines(t, "pending.txt") {
		pending[name] = true
		if rules.Find(name) != nil {
			t.Errorf("pending.txt: %s is no longer pending", name)
		}
	}
	used := map[string]bool{}
	for _, table := range []struct {
		file string
		rows int
	}{
		{"access-analyzer.txt", 155}, {"parliament.txt", 30}, {"tflint.txt", 23},
	} {
		lines := coverageLines(t, table.file)
		if len(lines) != table.rows {
			t.Errorf("%s has %d rows, want %d", table.file, len(lines), table.rows)
		}
		seen := map[string]bool{}
		for _, line := range lines {
			check, covering, ok := strings.Cut(line, ": ")
			if !ok || seen[check] {
				t.Errorf("%s: bad row %q", table.file, line)
			}
			seen[check] = true
			if why, ok := strings.CutPrefix(covering, "left out: "); ok && why != "" {
				continue
			}
			for _, name := range strings.Fields(covering) {
				used[name] = true
				if rules.Find(name) == nil && !pending[name] {
					t.Errorf("%s: %s needs %s, which is neither a rule nor pending", table.file, check, name)
				}
			}
		}
	}
	for name := range pending {
		if !used[name] {
			t.Errorf("pending.txt: no table names %s", name)
		}
	}
}

// coverageLines returns the lines of a file that are not empty and no comments.
func coverageLines(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(coverage, name))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(strings.Split(string(text), "\n"), func(line string) bool {
		return line == "" || line[0] == '#'
	})
}
