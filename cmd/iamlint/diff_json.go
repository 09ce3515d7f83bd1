package main

import (
	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/access"
)

type jsonDifference struct {
	Version int          `json:"version"`
	Verdict string       `json:"verdict"`
	New     []jsonChange `json:"new_access"`
	Lost    []jsonChange `json:"lost_access"`
}

type jsonChange struct {
	Policy    string             `json:"policy"`
	Principal string             `json:"principal,omitempty"`
	Action    string             `json:"action,omitempty"`
	Actions   []string           `json:"actions,omitempty"`
	Witness   *access.Request    `json:"witness,omitempty"`
	Unknown   string             `json:"unknown,omitempty"`
	Future    bool               `json:"future,omitempty"`
	Statement *jsonStatementName `json:"statement,omitempty"`
	Gone      *jsonStatementName `json:"denied_by,omitempty"`
	File      string             `json:"file,omitempty"`
	Start     *jsonPosition      `json:"start,omitempty"`
}

// jsonDifferenceOf returns the comparison for programs.
func jsonDifferenceOf(d *iamlint.Difference) jsonDifference {
	return jsonDifference{jsonVersion, verdictNames[d.Verdict], jsonChanges(d.New), jsonChanges(d.Lost)}
}

func jsonChanges(list []iamlint.Change) []jsonChange {
	changes := make([]jsonChange, len(list))
	for i, c := range list {
		j := jsonChange{Policy: c.Policy, Principal: c.Principal, Actions: c.Actions, Witness: c.Request, Unknown: c.Why, Future: c.Future}
		if c.Request != nil {
			j.Action = c.Request.Action
		}
		if c.Gone != nil {
			j.Gone = &jsonStatementName{c.Gone.Index, c.Gone.SidText()}
		}
		if c.Statement != nil {
			j.Statement = &jsonStatementName{c.Statement.Index, c.Statement.SidText()}
			if at := c.Report.Position(c.Statement.Mark().Or(c.Statement.Span).Pos()); at.IsValid() {
				j.File, j.Start = c.Shown+at.Filename, positionOf(at)
			}
		}
		changes[i] = j
	}
	return changes
}
