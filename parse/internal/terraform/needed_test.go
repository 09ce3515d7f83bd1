package terraform

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/parse/internal/source"
)

func TestNeeded(t *testing.T) {
	const role = "resource \"aws_iam_role\" \"r\" {\n  name = %s\n}\n"
	for _, test := range []struct {
		name, other, expr string
		needed            bool
	}{
		{"nothing refers to it", `resource "aws_vpc" "v" {}`, `"x"`, false},
		{"a resource", `resource "aws_vpc" "v" {}`, `aws_vpc.v.id`, true},
		{"another of the type", `resource "aws_vpc" "w" {}`, `aws_vpc.v.id`, false},
		{"an instance", `resource "aws_vpc" "v" {}`, `aws_vpc.v[0].id`, true},
		{"in a string", `resource "aws_vpc" "v" {}`, `"x-${aws_vpc.v.id}"`, true},
		{"spaced", `resource  "aws_vpc"   "v" {}`, "(aws_vpc .\n v . id)", true},
		{"bare labels", `resource aws_vpc v {}`, `aws_vpc.v.id`, true},
		{"no space", `resource"aws_vpc""v"{}`, `aws_vpc.v.id`, true},
		{"a comment in the header", `resource /* x */ "aws_vpc" "v" {}`, `"x"`, true},
		{"an escape in a label", `resource "aws\u005fvpc" "v" {}`, `"x"`, true},
		{"a data source", `data "aws_vpc" "v" {}`, `data.aws_vpc.v.id`, true},
		{"a variable", `variable "v" {}`, `var.v`, true},
		{"another variable", `variable "w" {}`, `var.v`, false},
		{"locals", `locals {}`, `"x"`, true},
		{"a provider", `provider "aws" {}`, `"x"`, true},
		{"the provider of a resource", "resource \"aws_vpc\" \"v\" {\n  provider = aws.x\n}", `"x"`, false},
		{"a module", `module "m" {}`, `"x"`, true},
		{"a word in a comment", "# a module is a resource of data", `"x"`, true},
		{"an attribute", `resource "aws_vpc" "v" { module = local.x }`, `"x"`, false},
		{"an output", `output "o" { value = aws_iam.x }`, `"x"`, false},
		{"nothing at all", ``, `"x"`, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			set := source.NewSet()
			main, other := set.Add("main.tf", fmt.Appendf(nil, role, test.expr)), set.Add("other.tf", []byte(test.other))
			yes, no := needed([]*source.File{other, main})
			if !slices.Contains(yes, main) || slices.Contains(yes, other) != test.needed || len(yes)+len(no) != 2 {
				t.Errorf("%d files are needed", len(yes))
			}
		})
	}
}

// What is referred to may be in another file, and so on.
func TestNeededChain(t *testing.T) {
	set := source.NewSet()
	const n = 5000
	var files []*source.File
	for i := range n {
		text := fmt.Sprintf("resource \"aws_vpc\" \"v%d\" {\n  x = aws_vpc.v%d.id\n}\n", i, i+1)
		files = append(files, set.Add(fmt.Sprintf("%05d.tf", i), []byte(text)))
	}
	slices.Reverse(files)
	files = append(files, set.Add("main.tf", []byte("resource \"aws_iam_role\" \"r\" {\n  name = aws_vpc.v0.id\n}\n")))
	if yes, _ := needed(files); len(yes) != n+1 {
		t.Errorf("%d files are needed", len(yes))
	}
}

// Nothing changes if each block of a module is a file of its own, of which some
// are not parsed.
func TestNeededLosesNothing(t *testing.T) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range archives {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		split := &txtar.Archive{Comment: ar.Comment}
		for _, f := range ar.Files {
			split.Files = append(split.Files, splitFile(f)...)
		}
		all := &txtar.Archive{Comment: ar.Comment}
		for _, f := range split.Files {
			if strings.Contains(f.Name, ".tf-") { // so that it matters, with the places as they are
				f.Data = append(slices.Clip(f.Data), "# policy\n"...)
			}
			all.Files = append(all.Files, f)
		}
		if got, want := listing(t, split, nil), listing(t, all, nil); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

// splitFile makes a file of each block, unless the file is in error.
func splitFile(f txtar.File) []txtar.File {
	parsed, diags := hclsyntax.ParseConfig(f.Data, f.Name, hcl.InitialPos)
	if !strings.HasSuffix(f.Name, ".tf") || diags.HasErrors() {
		return []txtar.File{f}
	}
	var files []txtar.File
	for i, b := range parsed.Body.(*hclsyntax.Body).Blocks {
		text := append(b.Range().SliceBytes(f.Data), '\n')
		files = append(files, txtar.File{Name: fmt.Sprintf("%s-%03d.tf", f.Name, i), Data: slices.Clone(text)})
	}
	return files
}
