package main

import (
	"io"
	"strings"

	"github.com/iamlint/iamlint"
)

// A format writes a finished run.
type format struct {
	name, about string
	write       func(w io.Writer, v *view) error
}

// formats are all formats, the default first.
var formats = []format{
	{"text", "for people: with source, reasons and a summary", writeText},
	{"compact", "one line for each finding", writeCompact},
	{"json", "for programs: everything iamlint knows, version 1", writeJSON},
	{"sarif", "for GitHub code scanning and other readers of SARIF 2.1.0", writeSARIF},
	{"github", "annotations in GitHub Actions", writeGitHub},
}

// A view is a finished run as a format sees it.
type view struct {
	*iamlint.Report
	*lintFlags
	cfg      *iamlint.Config
	repoPath func(path string) string // from the work tree's root, of a path that Position gives
	paint    palette
	columns  int // how wide lines may be
}

func formatByName(name string) (format, bool) {
	for _, f := range formats {
		if f.name == name {
			return f, true
		}
	}
	return format{}, false
}

func formatNames() string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return strings.Join(names, ", ")
}
