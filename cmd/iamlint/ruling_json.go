package main

import (
	"strings"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/access"
)

type jsonRuling struct {
	Version   int           `json:"version"`
	Got       string        `json:"got"`
	DecidedBy []jsonDecider `json:"decided_by"`
	Why       string        `json:"why"`
}

type jsonDecider struct {
	Policy    string            `json:"policy"`
	Type      string            `json:"type"`
	Statement jsonStatementName `json:"statement"`
	Effect    string            `json:"effect"`
	File      string            `json:"file,omitempty"`
	Start     *jsonPosition     `json:"start,omitempty"`
}

type jsonStatementName struct {
	Index int    `json:"index"`
	Sid   string `json:"sid,omitempty"`
}

func (c *command) jsonRuling(r *iamlint.Ruling) jsonRuling {
	return jsonRuling{jsonVersion, r.Verdict.String(), deciders(r), strings.Join(rulingInWords(r), "\n")}
}

func deciders(r *iamlint.Ruling) []jsonDecider {
	list := make([]jsonDecider, 0, len(r.By))
	for _, by := range r.By {
		list = append(list, jsonDeciderOf(r, by))
	}
	return list
}

func jsonDeciderOf(r *iamlint.Ruling, by access.Decider) jsonDecider {
	s := by.Statement
	j := jsonDecider{
		Policy: by.Policy.Name, Type: string(by.Layer), Effect: s.Effect.String(),
		Statement: jsonStatementName{s.Index, s.SidText()},
	}
	if report := r.Where(by.Policy); report != nil {
		at := report.Position(s.Mark().Or(s.Span).Pos())
		j.File, j.Start = at.Filename, positionOf(at)
		j.Policy = (&view{Report: report}).policyName(by.Policy)
	}
	return j
}
