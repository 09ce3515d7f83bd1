package main

import "github.com/iamlint/iamlint/rules"

// A palette colours text, or leaves it as it is.
type palette bool

// The escape sequences of colours: SGR parameters.
const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	yellow = "33"
	blue   = "34"
	cyan   = "36"
	strong = "1;31"
)

func (p palette) in(color, text string) string {
	if !p || text == "" {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}

// severityColor returns the colour of a severity.
func severityColor(s rules.Severity) string {
	switch s {
	case rules.Critical:
		return strong
	case rules.High:
		return red
	case rules.Medium:
		return yellow
	case rules.Low:
		return cyan
	}
	return blue
}

// paletteFor decides about colour: the flag, then the environment, then
// whether there is a terminal. Files have none unless it is asked for.
func (c *command) paletteFor(mode colorFlag, stdout bool) palette {
	switch {
	case mode != "auto":
		return mode == "always"
	case !stdout || c.getenv("NO_COLOR") != "":
		return false
	case isSet(c.getenv("FORCE_COLOR")), isSet(c.getenv("CLICOLOR_FORCE")):
		return true
	}
	switch c.getenv("PRE_COMMIT_COLOR") {
	case "always":
		return true
	case "never":
		return false
	}
	return c.columns() > 0 && c.getenv("TERM") != "dumb"
}

func isSet(value string) bool { return value != "" && value != "0" }
