package rules_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/rules"
)

var (
	ruleName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	upper    = regexp.MustCompile(`^[A-Z][a-z]`)
)

// Names and elements that titles start with, in upper case.
var properNames = regexp.MustCompile(`^(Allow|Deny|Not[A-Z][a-z]+|Terraform|Identity Center)\b`)

func TestRulesAreSorted(t *testing.T) {
	for i, r := range rules.All {
		if !ruleName.MatchString(r.Name) {
			t.Errorf("%q is not kebab-case", r.Name)
		}
		if i > 0 && rules.All[i-1].Name >= r.Name {
			t.Errorf("%s stands behind %s", r.Name, rules.All[i-1].Name)
		}
	}
}

// Each rule is one file and one archive, called as it is.
func TestRuleFiles(t *testing.T) {
	for _, r := range rules.All {
		file := strings.ReplaceAll(r.Name, "-", "_") + ".go"
		text, err := os.ReadFile(file)
		if err != nil {
			t.Errorf("%s: %v", r.Name, err)
		} else if !strings.Contains(string(text), `"`+r.Name+`"`) {
			t.Errorf("%s does not declare %s", file, r.Name)
		}
		if _, err := os.Stat(filepath.Join("..", "testdata", "rules", r.Name+".txtar")); err != nil {
			t.Errorf("%s: %v", r.Name, err)
		}
	}
}

func TestRuleDocumentation(t *testing.T) {
	for _, r := range rules.All {
		title := r.Title()
		switch {
		case title == "" || r.Explanation() == "":
			t.Errorf("%s: the documentation lacks title or explanation", r.Name)
		case !strings.HasPrefix(r.Doc, title+"\n\n"):
			t.Errorf("%s: no blank line behind the title", r.Name)
		case len(title) > 80 || strings.HasSuffix(title, "."):
			t.Errorf("%s: the title is longer than 80 bytes or ends in a full stop: %s", r.Name, title)
		case upper.MatchString(title) && !properNames.MatchString(title):
			t.Errorf("%s: the title starts in upper case: %s", r.Name, title)
		case strings.ContainsAny(r.Doc, "\t`"):
			t.Errorf("%s: the documentation is plain text, without tabs and backticks", r.Name)
		}
		if _, marks := rules.Unmark(r.Bad); len(marks) == 0 {
			t.Errorf("%s: nothing is marked in the bad example", r.Name)
		}
		if _, marks := rules.Unmark(r.Good); len(marks) > 0 || r.Good == "" {
			t.Errorf("%s: the good example is missing or has marks", r.Name)
		}
	}
}

func TestRuleSeverity(t *testing.T) {
	for _, r := range rules.All {
		if r.Kind < rules.Error || r.Kind > rules.Suggestion {
			t.Errorf("%s has no kind", r.Name)
		}
		if r.Kind == rules.Security && r.Severity == 0 {
			t.Errorf("%s: security rules say how bad it is", r.Name)
		}
	}
}

func TestSilencesAreRules(t *testing.T) {
	for _, r := range rules.All {
		for _, name := range r.Silences {
			if rules.Find(name) == nil {
				t.Errorf("%s silences %s, which is no rule", r.Name, name)
			}
		}
	}
}
