package iamlint_test

import (
	"path/filepath"
	"testing"

	"github.com/iamlint/iamlint"
)

// A literal that two policies use is one mistake, with two places that use it.
func TestOneLiteralOneFinding(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "main.tf"), `
locals {
  actions = ["s3:GetObjects"]
}

data "aws_iam_policy_document" "a" {
  statement {
    actions   = local.actions
    resources = ["arn:aws:s3:::a/*"]
  }
}

data "aws_iam_policy_document" "b" {
  statement {
    actions   = local.actions
    resources = ["arn:aws:s3:::b/*"]
  }
}
`)
	report, err := iamlint.Lint(iamlint.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Findings) != 1 {
		t.Fatalf("%d findings, want 1", len(report.Findings))
	}
	f := report.Findings[0]
	if at := report.Position(f.Pos); at.Line != 3 || f.Rule.Name != "unknown-action" {
		t.Errorf("%s in line %d, want unknown-action in line 3", f.Rule.Name, at.Line)
	}
	var lines []int
	for _, r := range f.Related {
		lines = append(lines, report.Position(r.Pos).Line)
	}
	if len(lines) != 2 || lines[0] != 8 || lines[1] != 15 {
		t.Errorf("related lines %v, want those that use the local value: 8 and 15", lines)
	}
}
