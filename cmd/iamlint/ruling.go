package main

import (
	"fmt"
	"strings"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// layerNames are what the layers are called in sentences.
var layerNames = map[access.Layer]string{
	access.IdentityLayer: "identity policy", access.ResourceLayer: "resource policy",
	access.BoundaryLayer: "permissions boundary", access.SessionLayer: "session policy",
	access.SCPLayer: "service control policy", access.RCPLayer: "resource control policy",
	access.EndpointLayer: "VPC endpoint policy", access.TrustLayer: "trust policy",
}

// printRuling prints a decision in words.
func (c *command) printRuling(r *iamlint.Ruling) error {
	fmt.Fprintln(c.out, printableLines(strings.Join(rulingInWords(r), "\n")))
	return nil
}

// rulingInWords tells the decision and what it rests on, line by line.
func rulingInWords(r *iamlint.Ruling) []string {
	request := r.Request
	lines := []string{fmt.Sprintf("%s: %s by %s on %s", verdictInWords(r), request.Action, request.Principal, request.Resource)}
	for _, by := range r.By {
		lines = append(lines, fmt.Sprintf("  %s %s: %s", effectInWords(by.Statement), layerNames[by.Layer], statementPlace(r, by)))
	}
	for _, m := range r.Nearest {
		lines = append(lines, "  nearest: "+statementPlace(r, m.Decider))
		for _, what := range missInWords(r, &m) {
			lines = append(lines, "    "+what)
		}
	}
	return lines
}

func verdictInWords(r *iamlint.Ruling) string {
	switch r.Verdict {
	case access.Allowed:
		return "allowed"
	case access.ExplicitDeny:
		return "denied by a statement"
	case access.ImplicitDeny:
		return "denied: " + lackInWords(r)
	}
	return "cannot be known"
}

// lackInWords says what does not allow the request.
func lackInWords(r *iamlint.Ruling) string {
	name := layerNames[r.Lacks]
	if r.Level > 0 {
		return fmt.Sprintf("no %s of level %d allows it", name, r.Level)
	}
	switch r.Lacks {
	case access.BoundaryLayer, access.TrustLayer:
		return "the " + name + " does not allow it"
	}
	return "no " + name + " allows it"
}

func effectInWords(s *policy.Statement) string {
	if s.Effect == policy.Deny {
		return "denied by"
	}
	return "allowed by"
}

// statementPlace names a statement and tells where it is.
func statementPlace(r *iamlint.Ruling, by access.Decider) string {
	name := fmt.Sprintf("statement %d", by.Statement.Index+1)
	if sid := by.Statement.SidText(); sid != "" {
		name = fmt.Sprintf("statement %q", sid)
	}
	report := r.Where(by.Policy)
	if report == nil {
		return name
	}
	at := report.Position(by.Statement.Mark().Or(by.Statement.Span).Pos())
	return fmt.Sprintf("%s, %s:%d:%d", name, at.Filename, at.Line, at.Column)
}

// missInWords says what of a statement does not match the request.
func missInWords(r *iamlint.Ruling, m *access.Miss) []string {
	var lines []string
	if m.Principal {
		lines = append(lines, "its principals are not "+r.Request.Principal)
	}
	if m.Action {
		list, not := m.Statement.Actions()
		lines = append(lines, elementInWords("Action", list, not)+" does not match "+r.Request.Action)
	}
	if m.Resource {
		list, not := m.Statement.Resources()
		lines = append(lines, elementInWords("Resource", list, not)+" does not match "+r.Request.Resource)
	}
	for _, e := range m.Conditions {
		lines = append(lines, conditionInWords(r, e))
	}
	if m.Unknown {
		lines = append(lines, "part of it cannot be known")
	}
	return lines
}

func elementInWords(name string, list policy.List, not bool) string {
	if not {
		name = "Not" + name
	}
	const most = 3
	var values []string
	for _, v := range list.Values[:min(len(list.Values), most)] {
		values = append(values, v.String())
	}
	if more := len(list.Values) - most; more > 0 {
		values = append(values, fmt.Sprintf("%d more", more))
	}
	return name + " " + strings.Join(values, ", ")
}

func conditionInWords(r *iamlint.Ruling, e *policy.Condition) string {
	key := e.Variable.String()
	var values []string
	for _, v := range e.Values {
		values = append(values, v.String())
	}
	text := fmt.Sprintf("condition %s %s %s: the request ", e.Operator.String(), key, strings.Join(values, ", "))
	for name, given := range r.Request.Context {
		if strings.EqualFold(name, key) {
			return text + "has " + strings.Join(given, ", ")
		}
	}
	return text + "does not have the key"
}
