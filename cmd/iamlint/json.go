package main

import (
	"encoding/json"
	"go/token"
	"io"
)

// encodeJSON writes a value as JSON for programs and people.
func encodeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// jsonVersion is the version of all JSON that commands write.
const jsonVersion = 1

type jsonPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Offset int `json:"offset"`
}

// A jsonRange is a part of a file; empty where there is none.
type jsonRange struct {
	File  string        `json:"file,omitempty"`
	Start *jsonPosition `json:"start,omitempty"`
	End   *jsonPosition `json:"end,omitempty"`
}

// rangeOf returns the part of a file from one position to another. It is empty
// where there is no end.
func (v *view) rangeOf(pos, end token.Pos) jsonRange {
	from, to := v.Position(pos), v.Position(end)
	if from.Filename == "" {
		return jsonRange{}
	}
	if to.Filename != from.Filename || to.Offset < from.Offset {
		to = from
	}
	return jsonRange{from.Filename, positionOf(from), positionOf(to)}
}

func positionOf(p token.Position) *jsonPosition { return &jsonPosition{p.Line, p.Column, p.Offset} }
