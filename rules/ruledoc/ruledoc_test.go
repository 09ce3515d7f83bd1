package ruledoc_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iamlint/iamlint/policy"
	"github.com/iamlint/iamlint/rules"
	"github.com/iamlint/iamlint/rules/ruledoc"
)

func TestPageIsUpToDate(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "rules.md"))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(string(ruledoc.Markdown(rules.All)), "\n")
	if diff := cmp.Diff(want, strings.Split(string(page), "\n")); diff != "" {
		t.Errorf("docs/rules.md is stale: run go generate ./rules\n%s", diff)
	}
}

func TestMarkdown(t *testing.T) {
	r := &rules.Rule{
		Name: "some-rule", Kind: rules.Security, Severity: rules.High, Off: true,
		Policies: policy.Resource | policy.Trust,
		Doc:      "arn:aws:s3:::* is <open> | wide\n\nIt says * and _.\n\nMore.",
		Bad:      "a = «[\n  1,\n]»\nb = «*»\n",
		Good:     "a = 2\n",
		Format:   "main.tf",
	}
	got := string(ruledoc.Markdown([]*rules.Rule{r}))
	for _, want := range []string{
		"| [some-rule](#some-rule) | arn:aws:s3:::\\* is &lt;open> \\| wide | security | high, off |\n",
		"\n## some-rule\n\nArn:aws:s3:::\\* is &lt;open> \\| wide.\n",
		"\n*security · high · resource, trust policies · off by default*\n",
		"\nIt says \\* and \\_.\n\nMore.\n",
		"\nBad:\n\n```terraform\na = [\n  1,\n]\nb = *\n```\n\nReported on line 1: `[ …`.\n\nReported on line 4: `*`.\n",
		"\nGood:\n\n```terraform\na = 2\n```\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not hold %q:\n%s", want, got)
		}
	}
}

// One line needs no number, and the page says what a rule looks at.
func TestMarkdownOfOneLine(t *testing.T) {
	r := &rules.Rule{
		Name: "other", Kind: rules.Error, Doc: "title\n\ntext",
		Bad: `{"a": «1»}`, Run: func(*rules.Pass) {},
	}
	got := string(ruledoc.Markdown([]*rules.Rule{r}))
	for _, want := range []string{"```json\n{\"a\": 1}\n```\n\nReported: `1`.\n", "*error · high · all policies*"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not hold %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "Good:") {
		t.Errorf("the page has a good example, the rule none:\n%s", got)
	}
}
