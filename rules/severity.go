package rules

import "fmt"

// A Kind says what a finding means.
type Kind uint8

// The kinds.
const (
	Error      Kind = iota + 1 // does not work as written
	Security                   // grants more than it should
	Warning                    // works, but probably not as meant
	Suggestion                 // clean-up
)

var kindNames = [...]string{Error: "error", Security: "security", Warning: "warning", Suggestion: "suggestion"}

// String returns the kind's name.
func (k Kind) String() string { return kindNames[k] }

// Severity returns the severity that findings of the kind have, unless the
// rule says otherwise. Security rules always say.
func (k Kind) Severity() Severity {
	switch k {
	case Error:
		return High
	case Suggestion:
		return Info
	}
	return Medium
}

// A Severity says how bad a finding is; greater is worse.
type Severity uint8

// The severities. Zero stands for the one that follows from the kind.
const (
	Info Severity = iota + 1
	Low
	Medium
	High
	Critical
)

var severityNames = [...]string{"", "info", "low", "medium", "high", "critical"}

// String returns the severity's name.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity returns the severity with the name.
func ParseSeverity(name string) (Severity, error) {
	for s := Info; s <= Critical; s++ {
		if s.String() == name {
			return s, nil
		}
	}
	return 0, fmt.Errorf("%q is no severity: use critical, high, medium, low or info", name)
}
