package main

import (
	"fmt"
	"strings"

	"github.com/iamlint/iamlint"
)

// markdownDifference tells what changed, as a comment on a pull request.
func markdownDifference(d *iamlint.Difference) []string {
	verdict := verdictOfDiff(d)
	lines := []string{"### IAM access: " + verdict}
	lines = append(lines, markdownChanges("New access", d.New)...)
	return append(lines, markdownChanges("Lost access", d.Lost)...)
}

func markdownChanges(title string, list []iamlint.Change) []string {
	var rows []string
	for i := range list {
		if row := markdownRow(&list[i]); row != "" {
			rows = append(rows, row)
		}
	}
	if rows == nil {
		return nil
	}
	head := []string{"", "#### " + title, "", "| Statement | Access | For example |", "|---|---|---|"}
	return append(head, rows...)
}

func markdownRow(change *iamlint.Change) string {
	place := tableCell(changePlace(change))
	switch {
	case change.Future:
		return fmt.Sprintf("| %s | actions that AWS may add | |", place)
	case change.Request == nil:
		return fmt.Sprintf("| %s | unknown: %s | |", place, change.Why)
	}
	example := strings.TrimPrefix(requestInWords(change.Request), "such as ")
	if change.Gone != nil {
		example += ", which " + statementInWords(change.Gone.Index, change.Gone.SidText()) + " denies on the other side"
	}
	return fmt.Sprintf("| %s | %s | %s |", place, tableCell(actionsInWords(change.Actions, change.Request.Action)), tableCell(example))
}

// tableCell escapes a text for a cell of a table.
func tableCell(text string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;", "*", `\*`, "_", `\_`, "`", "\\`").Replace(text)
}
