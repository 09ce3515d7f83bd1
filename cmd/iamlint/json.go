package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/token"
	"io"
)

// encodeJSON writes a value as JSON for programs and people.
func encodeJSON(w io.Writer, v any) error {
	text, err := jsonText(v, "")
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// jsonText returns a value as JSON, all lines but the first indented. In a
// string, "##[" is spelt otherwise: a GitHub runner takes it for the start of a
// command.
func jsonText(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(indent, "  ")
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return bytes.ReplaceAll(b.Bytes(), []byte("##["), []byte(`##\u005b`)), nil
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
