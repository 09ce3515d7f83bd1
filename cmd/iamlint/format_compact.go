package main

import (
	"fmt"
	"io"
)

// writeCompact writes one line for each finding, as editors and problem
// matchers read it.
func writeCompact(w io.Writer, v *view) error {
	for _, f := range v.Findings {
		at := v.Position(f.Pos)
		_, err := fmt.Fprintf(w, "%s:%d:%d: %s %s\n",
			v.paint.in(bold, printablePath(at.Filename)), at.Line, at.Column,
			printable(f.Message), v.paint.in(dim, "["+f.Rule.Name+"]"))
		if err != nil {
			return err
		}
	}
	return nil
}
