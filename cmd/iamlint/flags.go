package main

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/iamlint/iamlint/rules"
)

// A listFlag takes names that are set apart by commas, once or several times.
type listFlag []string

func (l *listFlag) String() string { return strings.Join(*l, ",") }
func (l *listFlag) Type() string   { return "list" }

func (l *listFlag) Set(text string) error {
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name != "" {
			*l = append(*l, name)
		}
	}
	return nil
}

// A severityFlag takes the name of a severity.
type severityFlag struct{ rules.Severity }

func (s *severityFlag) Type() string { return "level" }

func (s *severityFlag) Set(text string) error {
	severity, err := rules.ParseSeverity(text)
	if err != nil {
		return errors.New("use critical, high, medium, low or info")
	}
	s.Severity = severity
	return nil
}

// A failOnFlag is a severityFlag that also takes "never", which is zero.
type failOnFlag struct{ *severityFlag }

func (f *failOnFlag) String() string {
	if f.severityFlag == nil || f.Severity == 0 {
		return "never"
	}
	return f.Severity.String()
}

func (f *failOnFlag) Set(text string) error {
	if text == "never" {
		f.Severity = 0
		return nil
	}
	if err := f.severityFlag.Set(text); err != nil {
		return errors.New("use critical, high, medium, low, info or never")
	}
	return nil
}

// A colorFlag says when to use colour.
type colorFlag string

var colorModes = []string{"auto", "always", "never"}

func (m *colorFlag) String() string { return string(*m) }
func (m *colorFlag) Type() string   { return "when" }

func (m *colorFlag) Set(text string) error {
	if !slices.Contains(colorModes, text) {
		return errors.New("use auto, always or never")
	}
	*m = colorFlag(text)
	return nil
}

// severityNames are the names of all severities, worst first.
var severityNames = func() []string {
	var names []string
	for s := rules.Critical; s >= rules.Info; s-- {
		names = append(names, s.String())
	}
	return names
}()

// A dateFlag takes a day, in UTC.
type dateFlag struct{ time.Time }

func (d *dateFlag) Type() string { return "date" }

func (d *dateFlag) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}

func (d *dateFlag) Set(text string) error {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return errors.New("use a date such as 2026-01-31")
	}
	d.Time = day
	return nil
}
