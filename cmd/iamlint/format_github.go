package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/rules"
)

// maxAnnotations is how many annotations of one level GitHub shows for a step.
//
// Source: actions/toolkit, "Problem Matchers", Limitations.
const maxAnnotations = 10

// annotationLevels are the commands that make annotations, and the least
// severity of the findings that each is for.
var annotationLevels = []struct {
	command string
	least   rules.Severity
}{{"error", rules.High}, {"warning", rules.Medium}, {"notice", rules.Info}}

// writeGitHub writes findings as workflow commands, which GitHub Actions shows
// on the lines of a pull request: of each level the worst.
//
// Source: GitHub Docs, "Workflow commands for GitHub Actions".
func writeGitHub(w io.Writer, v *view) error {
	rest := slices.Clone(v.Findings)
	slices.SortStableFunc(rest, func(a, b *rules.Finding) int { return int(b.Severity) - int(a.Severity) })
	for _, level := range annotationLevels {
		n := 0
		for n < len(rest) && rest[n].Severity >= level.least {
			n++
		}
		for i, f := range rest[:min(n, maxAnnotations)] {
			message := f.Message
			if left := n - maxAnnotations; left > 0 && i == maxAnnotations-1 {
				message += fmt.Sprintf(" (and %s that GitHub does not show here: see the log)", count(left, "more finding"))
			}
			if _, err := io.WriteString(w, v.annotation(level.command, f, message)); err != nil {
				return err
			}
		}
		rest = rest[n:]
	}
	return nil
}

// annotation returns a finding as a workflow command.
func (v *view) annotation(command string, f *rules.Finding, message string) string {
	var b strings.Builder
	b.WriteString("::" + command + " ")
	if from := v.Position(f.Pos); from.Filename != "" {
		fmt.Fprintf(&b, "file=%s,line=%d,col=%d,", escapeProperty(v.repoPath(from.Filename)), from.Line, from.Column)
		if to := v.Position(f.End); to.Filename == from.Filename {
			fmt.Fprintf(&b, "endLine=%d,", to.Line)
			if to.Line == from.Line {
				fmt.Fprintf(&b, "endColumn=%d,", to.Column)
			}
		}
	}
	fmt.Fprintf(&b, "title=%s::%s\n", escapeProperty(f.Rule.Name+" ("+f.Severity.String()+")"), commandData.Replace(message))
	return b.String()
}

var (
	commandData       = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperties = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func escapeProperty(text string) string { return commandProperties.Replace(text) }
