package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/access"
)

// verdictNames are what the verdicts of diff are called.
var verdictNames = map[access.Answer]string{access.No: "not_wider", access.Yes: "wider", access.Unknown: "unknown"}

func (c *command) writeDifference(lines []string) error {
	_, err := fmt.Fprintln(c.out, printableLines(strings.Join(lines, "\n")))
	return err
}

// textDifference tells what changed, line by line.
func textDifference(d *iamlint.Difference) []string {
	var lines []string
	for _, change := range d.New {
		lines = append(lines, changeInWords("new access", &change)...)
	}
	for _, change := range d.Lost {
		if change.Request != nil {
			lines = append(lines, changeInWords("lost access", &change)...)
		}
	}
	return append(lines, verdictOfDiff(d))
}

func verdictOfDiff(d *iamlint.Difference) string {
	switch d.Verdict {
	case access.Yes:
		return "the new side grants more"
	case access.Unknown:
		return "it cannot be known whether the new side grants more"
	}
	return "the new side grants no more"
}

// changeInWords tells one change.
func changeInWords(what string, change *iamlint.Change) []string {
	where := changePlace(change)
	switch {
	case change.Future:
		return []string{fmt.Sprintf("%s: a wildcard also takes in actions that AWS may add", where)}
	case change.Request == nil:
		return []string{fmt.Sprintf("%s: unknown %s: %s", where, what, change.Why)}
	}
	lines := []string{fmt.Sprintf("%s: %s: %s", where, what, actionsInWords(change.Actions, change.Request.Action))}
	lines = append(lines, "  "+requestInWords(change.Request))
	if change.Gone != nil {
		lines = append(lines, fmt.Sprintf("  which %s denies on the other side", statementInWords(change.Gone.Index, change.Gone.SidText())))
	}
	return lines
}

// changePlace names the statement and tells where it is.
func changePlace(change *iamlint.Change) string {
	name := change.Policy
	if change.Principal != "" {
		name += " of " + change.Principal
	}
	if change.Statement == nil {
		return name
	}
	name = statementInWords(change.Statement.Index, change.Statement.SidText()) + " of " + name
	at := change.Report.Position(change.Statement.Mark().Or(change.Statement.Span).Pos())
	if !at.IsValid() {
		return name
	}
	return fmt.Sprintf("%s%s:%d:%d: %s", change.Shown, at.Filename, at.Line, at.Column, name)
}

func statementInWords(index int, sid string) string {
	if sid != "" {
		return fmt.Sprintf("%q", sid)
	}
	return fmt.Sprintf("statement %d", index+1)
}

// mostActions is how many actions are named.
const mostActions = 5

// actionsInWords names actions, one that is shown first.
func actionsInWords(actions []string, first string) string {
	names := []string{first}
	for _, a := range actions {
		if len(names) < mostActions && !strings.EqualFold(a, first) {
			names = append(names, a)
		}
	}
	text := strings.Join(names, ", ")
	if more := len(actions) - len(names); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// requestInWords tells a request, as what can be asked for.
func requestInWords(r *access.Request) string {
	text := fmt.Sprintf("such as %s on %s", r.Action, r.Resource)
	if r.Principal != "" {
		text += " by " + r.Principal
	}
	for i, key := range slices.Sorted(maps.Keys(r.Context)) {
		word := " with "
		if i > 0 {
			word = ", "
		}
		text += word + key + " = " + strings.Join(r.Context[key], ", ")
	}
	return text
}
