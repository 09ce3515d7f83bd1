package terraform

import (
	"strings"
	"testing"

	"github.com/iamlint/iamlint/parse/internal/source"
)

func TestLimits(t *testing.T) {
	for _, test := range []struct {
		name, text string
		kind       source.ProblemKind // 0: none
	}{
		{"deep", "a = " + strings.Repeat("[", 600) + strings.Repeat("]", 600) + "\n", source.InputLimit},
		{"not so deep", "a = " + strings.Repeat("[", 400) + strings.Repeat("]", 400) + "\n", 0},
		{"deep in a comment", "# " + strings.Repeat("[", 600) + "\n", 0},
		{"dashes in a comment", "# " + strings.Repeat("-", 2000) + "\n", 0},
		{"long", "# " + strings.Repeat("x", maxFile) + "\n", source.InputLimit},
		{"many lines", strings.Repeat("a {\n}\n", 6000), 0},
		{"many items", "a = <<E\nE\nb = [\n" + strings.Repeat("{},\n", 6000) + "]\n", 0},
		{"long heredoc", "a = <<E\n" + strings.Repeat("x\n", 6000) + "E\n", source.InputLimit},
		{"not UTF-8", "a = \"\xff\"\n", source.Syntax},
		{"UTF-16", "\xff\xfea\x00 \x00=\x00 \x001\x00\n\x00", source.Syntax},
		{"UTF-16 without a mark", "a\x00 \x00=\x00 \x001\x00\n\x00", source.Syntax},
		{"byte order mark", "\ufeffa = 1\n", 0},
		{"large text", "locals {\n a = \"" + strings.Repeat("x", 400_000) + "\"\n b = \"${local.a}${local.a}${local.a}\"\n}\n" +
			"resource \"aws_iam_policy\" \"p\" {\n policy = local.b\n}\n", source.InputLimit},
	} {
		t.Run(test.name, func(t *testing.T) {
			set := source.NewSet()
			_, problems := Load(set, "dir", []*source.File{set.Add("dir/main.tf", []byte(test.text+"# policy\n"))}, Options{})
			switch {
			case test.kind == 0 && len(problems) > 0:
				t.Errorf("problem: %s", problems[0].Message)
			case test.kind != 0 && (len(problems) != 1 || problems[0].Kind != test.kind):
				t.Errorf("problems %+v, want one of kind %d", problems, test.kind)
			}
		})
	}
}
