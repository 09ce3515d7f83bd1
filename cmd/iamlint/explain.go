package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint/rules"
)

// explainFlags are the flags of explain.
type explainFlags struct {
	format answerFlag
	color  colorFlag
}

func (c *command) explainCommand() *cobra.Command {
	f := explainFlags{color: "auto"}
	cmd := &cobra.Command{
		Use:               "explain RULE",
		Short:             "Tell what a rule means, with examples",
		Example:           "  iamlint explain unknown-action",
		ValidArgsFunction: completeRules,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("name one rule: iamlint rules lists them")
			}
			return c.explain(args[0], f)
		},
	}
	f.format.add(cmd)
	cmd.Flags().Var(&f.color, "color", "colour: `WHEN` is auto, always or never")
	complete(cmd, "color", fixed(colorModes...))
	return cmd
}

type jsonExplanation struct {
	Version int `json:"version"`
	Rule    struct {
		jsonRule
		File string `json:"example_file"`
		Bad  string `json:"bad"`
		Good string `json:"good,omitempty"`
	} `json:"rule"`
}

func (c *command) explain(name string, f explainFlags) error {
	r := rules.Find(name)
	if r == nil {
		if near, ok := rules.Nearest(name); ok {
			return usagef("there is no rule %q; did you mean %q?", name, near)
		}
		return usagef("there is no rule %q; iamlint rules lists them", name)
	}
	if f.format.json() {
		answer := jsonExplanation{Version: jsonVersion}
		answer.Rule.jsonRule, answer.Rule.File = jsonRuleOf(r), exampleName(r)
		answer.Rule.Bad, _ = rules.Unmark(r.Bad)
		answer.Rule.Good = r.Good
		return encodeJSON(c.out, answer)
	}
	c.printExplanation(r, c.paletteFor(f.color, true))
	return nil
}

func (c *command) printExplanation(r *rules.Rule, paint palette) {
	about := []string{r.Kind.String()}
	if r.Policies != 0 {
		about = append(about, "in policies of kind "+r.Policies.String())
	}
	if r.Off {
		about = append(about, "off unless enabled")
	}
	fmt.Fprintf(c.out, "%s: %s\n", paint.in(bold, r.Name), r.Title())
	fmt.Fprintf(c.out, "%s, %s\n\n%s\n", paint.in(severityColor(r.UsualSeverity()), r.UsualSeverity().String()),
		strings.Join(about, ", "), r.Explanation())
	if r.Settings != "" {
		fmt.Fprintf(c.out, "\n%s\n%s", paint.in(bold, "With this configuration:"), exampleText(r.Settings, nil, nil))
	}
	if r.Bad != "" {
		text, marks := rules.Unmark(r.Bad)
		mark := func(s string) string { return paint.in(severityColor(r.UsualSeverity()), s) }
		fmt.Fprintf(c.out, "\n%s\n%s", paint.in(bold, "Bad:"), exampleText(text, marks, mark))
	}
	if r.Good != "" {
		fmt.Fprintf(c.out, "\n%s\n%s", paint.in(bold, "Good:"), exampleText(r.Good, nil, nil))
	}
	fmt.Fprintf(c.out, "\n%s\n", r.URL())
}

// exampleText returns an example, indented, with marked ranges underlined.
func exampleText(text string, marks [][2]int, mark func(string) string) string {
	var b strings.Builder
	start := 0
	for line := range strings.Lines(strings.TrimRight(text, "\n")) {
		var shown, under strings.Builder
		for _, c := range cells([]byte(strings.TrimRight(line, "\r\n")), start) {
			shown.WriteString(c.text)
			under.WriteString(strings.Repeat(underlining(c.at, marks), c.width))
		}
		b.WriteString("    " + shown.String() + "\n")
		if line := strings.TrimRight(under.String(), " "); line != "" {
			b.WriteString("    " + mark(line) + "\n")
		}
		start += len(line)
	}
	return b.String()
}

// underlining returns what stands below a character at an offset.
func underlining(at int, marks [][2]int) string {
	for _, m := range marks {
		if m[0] <= at && at < m[1] {
			return "^"
		}
	}
	return " "
}
