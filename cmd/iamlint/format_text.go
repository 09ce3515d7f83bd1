package main

import (
	"fmt"
	"go/token"
	"io"
	"strings"

	"github.com/iamlint/iamlint/rules"
)

// writeText writes findings for people to read. Policy text never starts a
// line: in GitHub Actions it could be a command to the runner.
func writeText(w io.Writer, v *view) error {
	for _, f := range v.Findings {
		if _, err := io.WriteString(w, v.block(f)); err != nil {
			return err
		}
	}
	if v.quiet {
		return nil
	}
	_, err := io.WriteString(w, v.summary())
	return err
}

// block returns all that is written about one finding.
func (v *view) block(f *rules.Finding) string {
	at := v.Position(f.Pos)
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s %s\n",
		v.paint.in(bold, printablePath(at.Filename)+fmt.Sprintf(":%d:%d:", at.Line, at.Column)),
		v.paint.in(severityColor(f.Severity), f.Severity.String()+":"),
		printable(f.Message), v.paint.in(dim, "["+f.Rule.Name+"]"))
	mark := func(s string) string { return v.paint.in(severityColor(f.Severity), s) }
	for _, line := range v.snippet(at, v.Position(f.End), mark) {
		b.WriteString(line + "\n")
	}
	for _, note := range v.notes(f) {
		b.WriteString(v.gutter("  = ") + printable(note) + "\n")
	}
	b.WriteString("\n")
	return b.String()
}

func (v *view) gutter(text string) string { return v.paint.in(blue, text) }

// snippet returns the source from one position to another, if it is at hand.
func (v *view) snippet(from, to token.Position, mark func(string) string) []string {
	text := v.Text(from.Filename)
	if to.Filename != from.Filename || to.Offset < from.Offset {
		to = from
	}
	if len(text) == 0 || from.Offset > len(text) || to.Offset > len(text) {
		return nil
	}
	s := snippet{
		text: text, from: from.Offset, to: to.Offset,
		line: from.Line, start: from.Offset - from.Column + 1, columns: v.columns,
	}
	return s.render(mark, v.gutter)
}

// maxRelated is how many related places are named.
const maxRelated = 5

// notes returns what else there is to say about a finding.
func (v *view) notes(f *rules.Finding) []string {
	var notes []string
	if in := v.context(f); in != "" {
		notes = append(notes, in)
	}
	for i, r := range f.Related {
		if i == maxRelated {
			notes = append(notes, fmt.Sprintf("and %d more places", len(f.Related)-maxRelated))
			break
		}
		at := v.Position(r.Pos)
		notes = append(notes, fmt.Sprintf("%s:%d:%d: %s", at.Filename, at.Line, at.Column, r.Message))
	}
	if f.Witness != nil {
		notes = append(notes, "e.g. "+requestText(f.Witness)+" gets through")
	}
	for _, fix := range f.SuggestedFixes {
		notes = append(notes, "fix: "+fix.Message)
	}
	return notes
}

// context returns what the finding is about, where the file does not tell: a
// policy that has an address, a principal.
func (v *view) context(f *rules.Finding) string {
	var parts []string
	if f.Principal != "" {
		parts = append(parts, f.Principal)
	}
	if f.Policy != nil && !v.isWholeFile(f.Policy) {
		parts = append(parts, v.policyName(f.Policy))
	}
	if f.Statement != nil && f.Statement.SidText() != "" {
		parts = append(parts, "statement "+f.Statement.SidText())
	}
	if len(parts) == 0 {
		return ""
	}
	return "in " + strings.Join(parts, ", ")
}
