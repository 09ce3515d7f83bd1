package main

import (
	"io"

	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/rules"
)

type jsonReport struct {
	Version  int           `json:"version"`
	Findings []jsonFinding `json:"findings"`
	Summary  jsonSummary   `json:"summary"`
}

type jsonFinding struct {
	Rule     string `json:"rule"`
	Kind     string `json:"kind"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	jsonRange
	Policy      *jsonPolicyName `json:"policy,omitempty"`
	Statement   *jsonStatement  `json:"statement,omitempty"`
	Principal   string          `json:"principal,omitempty"`
	Witness     *access.Request `json:"witness,omitempty"`
	Related     []jsonRelated   `json:"related,omitempty"`
	Fixes       []jsonFix       `json:"fixes,omitempty"`
	Fingerprint string          `json:"fingerprint"`
	Help        string          `json:"help"`
}

type jsonPolicyName struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
}

type jsonStatement struct {
	Index int    `json:"index"`
	Sid   string `json:"sid,omitempty"`
}

type jsonRelated struct {
	jsonRange
	Message string `json:"message"`
}

type jsonFix struct {
	Message string     `json:"message"`
	Edits   []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	jsonRange
	NewText string `json:"new_text"`
}

type jsonSummary struct {
	Files      int        `json:"files"`
	Policies   int        `json:"policies"`
	Statements int        `json:"statements"`
	Principals int        `json:"principals"`
	Findings   jsonCounts `json:"findings"`
	Ignored    int        `json:"ignored"`
	Baselined  int        `json:"baselined"`
	Unresolved int        `json:"unresolved"`
}

type jsonCounts struct {
	Critical int `json:"critical"`
	High     int `json:"high"`
	Medium   int `json:"medium"`
	Low      int `json:"low"`
	Info     int `json:"info"`
}

// writeJSON writes the run for programs; docs/schema/findings.json describes it.
func writeJSON(w io.Writer, v *view) error {
	report := jsonReport{Version: jsonVersion, Findings: make([]jsonFinding, len(v.Findings)), Summary: v.jsonSummary()}
	for i, f := range v.Findings {
		report.Findings[i] = v.jsonFinding(f)
	}
	return encodeJSON(w, report)
}

func (v *view) jsonFinding(f *rules.Finding) jsonFinding {
	j := jsonFinding{
		Rule: f.Rule.Name, Kind: f.Kind.String(), Severity: f.Severity.String(), Message: f.Message,
		jsonRange: v.rangeOf(f.Pos, f.End), Principal: f.Principal, Witness: f.Witness,
		Fingerprint: v.Fingerprint(f), Help: f.Rule.URL(),
	}
	if f.Policy != nil {
		j.Policy = &jsonPolicyName{v.policyName(f.Policy), f.Policy.Kind.String()}
	}
	if f.Statement != nil {
		j.Statement = &jsonStatement{f.Statement.Index, f.Statement.SidText()}
	}
	for _, r := range f.Related {
		j.Related = append(j.Related, jsonRelated{v.rangeOf(r.Pos, r.End), r.Message})
	}
	for _, fix := range f.SuggestedFixes {
		j.Fixes = append(j.Fixes, jsonFix{fix.Message, v.jsonEdits(fix.TextEdits)})
	}
	return j
}

func (v *view) jsonEdits(edits []analysis.TextEdit) []jsonEdit {
	all := make([]jsonEdit, len(edits))
	for i, e := range edits {
		all[i] = jsonEdit{v.rangeOf(e.Pos, e.End), string(e.NewText)}
	}
	return all
}

func (v *view) jsonSummary() jsonSummary {
	s, n := v.Summary, v.Summary.Findings
	return jsonSummary{
		Files: s.Files, Policies: s.Policies, Statements: s.Statements, Principals: s.Principals,
		Findings:   jsonCounts{n[rules.Critical], n[rules.High], n[rules.Medium], n[rules.Low], n[rules.Info]},
		Ignored:    s.Ignored,
		Baselined:  s.Baselined,
		Unresolved: s.Unresolved,
	}
}
