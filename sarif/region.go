package sarif

import (
	"go/token"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
)

// maxSnippet is how much of the source a result repeats, in characters.
const maxSnippet = 200

// region returns the lines and columns of a range, with its text.
func (w *writer) region(pos, end token.Pos) *sarif.Region {
	from, to := w.in.Position(pos), w.in.Position(max(pos, end))
	text := w.in.Text(from.Filename)
	r := sarif.NewRegion().
		WithStartLine(from.Line).WithStartColumn(column(text, from)).
		WithEndLine(to.Line).WithEndColumn(column(text, to))
	if snippet := slice(text, from.Offset, to.Offset); snippet != "" {
		r.WithSnippet(sarif.NewArtifactContent().WithText(cut(snippet, maxSnippet)))
	}
	return r
}

// place returns where a range is.
func (w *writer) place(pos, end token.Pos) *sarif.PhysicalLocation {
	return sarif.NewPhysicalLocation().
		WithArtifactLocation(w.artifact(pos)).
		WithRegion(w.region(pos, end))
}

func (w *writer) artifact(pos token.Pos) *sarif.ArtifactLocation {
	return sarif.NewSimpleArtifactLocation(escapePath(w.in.URI(w.in.Position(pos).Filename)))
}

// escapePath writes a path as a relative URI, in which a colon could be the end
// of a scheme.
func escapePath(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(p), ":", "%3A")
	}
	return strings.Join(parts, "/")
}

// column returns the column of a position in UTF-16 code units, from 1. Bytes
// that are not UTF-8 count as one each.
func column(text []byte, at token.Position) int {
	start := max(at.Offset-(at.Column-1), 0)
	n := 1
	for rest := slice(text, start, at.Offset); rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		n++
		if r > 0xFFFF {
			n++ // a surrogate pair
		}
		rest = rest[size:]
	}
	return n
}

// slice returns the text from one byte to another, as far as it is there.
func slice(text []byte, from, to int) string {
	to = min(to, len(text))
	if from >= to {
		return ""
	}
	return strings.ToValidUTF8(string(text[from:to]), "\uFFFD")
}
