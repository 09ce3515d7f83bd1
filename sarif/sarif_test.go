package sarif

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/token"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/rules"
)

var (
	wildcard = &rules.Rule{
		Name: "wildcard-action", Kind: rules.Security, Severity: rules.High,
		Doc: "Action is \"*\"\n\nThe statement allows every action\nof every service.\n\nName the actions.",
	}
	redundant = &rules.Rule{
		Name: "redundant-action", Kind: rules.Suggestion, Off: true,
		Doc: "action is already in the list\n\nRemove it.",
	}
)

// A sample is a run over one file.
type sample struct {
	text string
	file *token.File
	in   Input
}

func newSample(text string) *sample {
	fset := token.NewFileSet()
	s := &sample{text: text, file: fset.AddFile("iam/100% ü.json", -1, len(text))}
	s.file.SetLinesForContent([]byte(text))
	s.in = Input{
		Rules:       []*rules.Rule{redundant, wildcard},
		Severity:    (*rules.Rule).UsualSeverity,
		Position:    func(p token.Pos) token.Position { return fset.PositionFor(p, false) },
		Text:        func(string) []byte { return []byte(text) },
		URI:         func(path string) string { return "infra/" + path },
		Fingerprint: func(f *rules.Finding) string { return fmt.Sprintf("print-%d", f.Pos) },
		Version:     "1.2.3",
	}
	return s
}

// add adds a finding on the first occurrence of the text after the offset.
func (s *sample) add(r *rules.Rule, after int, on, message string) *rules.Finding {
	from := after + strings.Index(s.text[after:], on)
	f := &rules.Finding{
		Rule: r, Kind: r.Kind, Severity: r.UsualSeverity(),
		Diagnostic: analysis.Diagnostic{Pos: s.file.Pos(from), End: s.file.Pos(from + len(on)), Message: message},
	}
	s.in.Findings = append(s.in.Findings, f)
	return f
}

// write returns the log as written, and decoded, after checking it against the schema.
func (s *sample) write(t *testing.T) (text string, run map[string]any) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, s.in); err != nil {
		t.Fatal(err)
	}
	validate(t, b.Bytes())
	var log struct{ Runs []map[string]any }
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	return b.String(), log.Runs[0]
}

func validate(t *testing.T, log []byte) {
	t.Helper()
	f, err := os.Open("testdata/sarif-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	schema, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", schema); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(log))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.MustCompile("sarif.json").Validate(value); err != nil {
		t.Errorf("not valid SARIF: %v\n%s", err, log)
	}
}

// An upload without results closes old alerts, so the empty list must be there.
func TestNoFindings(t *testing.T) {
	text, _ := newSample("{}").write(t)
	if !strings.Contains(text, `"results":[]`) {
		t.Errorf("no empty list of results:\n%s", text)
	}
}

func TestSchemaOfPlainResult(t *testing.T) {
	s := newSample("{\n  \"Action\": \"*\"\n}\n")
	s.add(wildcard, 0, `"*"`, `Action "*" allows every action of every service`)
	_, run := s.write(t)
	want := []any{map[string]any{
		"ruleId": "wildcard-action", "ruleIndex": 1.0, "kind": "fail", "level": "error",
		"message": map[string]any{"text": `Action "*" allows every action of every service.`},
		"locations": []any{map[string]any{"physicalLocation": map[string]any{
			"artifactLocation": map[string]any{"uri": "infra/iam/100%25%20%C3%BC.json"},
			"region": map[string]any{
				"startLine": 2.0, "startColumn": 13.0, "endLine": 2.0, "endColumn": 16.0,
				"snippet": map[string]any{"text": `"*"`},
			},
		}}},
		"partialFingerprints": map[string]any{
			"primaryLocationLineHash": lineHashes([]byte(s.text))[1].String(),
			"iamlint/v1":              "print-15",
		},
	}}
	if diff := cmp.Diff(want, run["results"]); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
}

func TestPlainResultIsShort(t *testing.T) {
	s := newSample(`{"Action": "*"}`)
	none, _ := s.write(t)
	s.add(wildcard, 0, `"*"`, `Action "*" allows every action of every service`)
	one, _ := s.write(t)
	if n := len(one) - len(none); n > 600 {
		t.Errorf("a plain result has %d bytes, want at most 600", n)
	}
}

func TestVersions(t *testing.T) {
	for version, want := range map[string]map[string]any{
		"1.2.3":       {"semanticVersion": "1.2.3"},
		"v1.2.3-rc.1": {"semanticVersion": "1.2.3-rc.1"},
		"development": {"version": "development"},
		"":            {},
	} {
		s := newSample("{}")
		s.in.Version = version
		_, run := s.write(t)
		driver := run["tool"].(map[string]any)["driver"].(map[string]any)
		for _, key := range []string{"version", "semanticVersion"} {
			if driver[key] != want[key] {
				t.Errorf("version %q is written with %s %v, want %v", version, key, driver[key], want[key])
			}
		}
	}
}

// In a relative URI, a colon would be the end of a scheme.
func TestPaths(t *testing.T) {
	for path, want := range map[string]string{
		"iam/a.json":            "iam/a.json",
		"::error::.json":        "%3A%3Aerror%3A%3A.json",
		"c:/100% #1?\n[é].json": "c%3A/100%25%20%231%3F%0A%5B%C3%A9%5D.json",
	} {
		if got := escapePath(path); got != want {
			t.Errorf("%q is written %s, want %s", path, got, want)
		}
	}
}

// SARIF counts columns in UTF-16 code units.
func TestColumns(t *testing.T) {
	const line = "é€𝄞e\u0301x" // 2, 3 and 4 bytes, and a combining mark
	s := newSample(line)
	s.add(wildcard, 0, "x", "here")
	_, run := s.write(t)
	region := run["results"].([]any)[0].(map[string]any)["locations"].([]any)[0].(map[string]any)["physicalLocation"].(map[string]any)["region"].(map[string]any)
	if got := region["startColumn"]; got != 7.0 {
		t.Errorf("x in %q has column %v, want 7", line, got)
	}
}

func TestMessages(t *testing.T) {
	tests := []struct {
		message string
		more    int
		links   []string
		want    string
	}{
		{message: "short", want: "short."},
		{message: "a [b](1) {c} `d`", want: "a (b)(1) (c) 'd'."},
		{message: "${aws:username} is literal", want: "$(aws:username) is literal."},
		{message: "trailing comma before ]", want: "trailing comma before closing bracket."},
		{message: "unexpected }: [ is to be closed first", want: "unexpected closing brace: opening bracket is to be closed first."},
		{message: "did you mean s3:Get?", more: 1, want: "did you mean s3:Get? There is 1 more like it on this line."},
		{message: "short", more: 2, want: "short. There are 2 more like it on this line."},
		{message: "short", links: []string{link(1, "the Deny")}, want: "short. See [the Deny](1)."},
		{
			message: strings.Repeat("long ", 30) + "end",
			want:    strings.Repeat("long ", 30)[:116] + "... " + strings.Repeat("long ", 30) + "end.",
		},
	}
	for _, tt := range tests {
		got := messageText(tt.message, tt.more, tt.links)
		if got != tt.want {
			t.Errorf("messageText(%q) =\n%s, want\n%s", tt.message, got, tt.want)
		}
	}
}

// GitHub tells results of a rule apart by their line.
func TestOneResultALine(t *testing.T) {
	s := newSample("[\"a\", \"b\", \"c\"]\n\"d\"")
	s.add(redundant, 0, `"a"`, "a is superfluous")
	s.add(redundant, 0, `"b"`, "b is superfluous").Severity = rules.High
	s.add(redundant, 0, `"c"`, "c is superfluous")
	s.add(redundant, 0, `"d"`, "d is superfluous")
	_, run := s.write(t)
	results := run["results"].([]any)
	if len(results) != 2 {
		t.Fatalf("%d results, want 2", len(results))
	}
	first := results[0].(map[string]any)
	want := "a is superfluous. There are 2 more like it on this line. See [b is superfluous](1), [c is superfluous](2)."
	if got := first["message"].(map[string]any)["text"]; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
	if got := len(first["relatedLocations"].([]any)); got != 2 {
		t.Errorf("%d related locations, want 2", got)
	}
	if first["level"] != "error" {
		t.Errorf("level %q, want that of the worst: error", first["level"])
	}
}

func TestSchemaOfRelatedLocations(t *testing.T) {
	s := newSample(strings.Repeat("x\n", 20))
	f := s.add(redundant, 0, "x", "x is superfluous")
	for i := range 12 {
		f.AddRelated(analysis.Range(rangeAt(s.file.Pos(2*i), 1)), "x number %d", i+1)
	}
	_, run := s.write(t)
	related := run["results"].([]any)[0].(map[string]any)["relatedLocations"].([]any)
	if len(related) != maxRelated {
		t.Errorf("%d related locations, want %d", len(related), maxRelated)
	}
	if id := related[0].(map[string]any)["id"]; id != 1.0 {
		t.Errorf("the first has id %v, want 1", id)
	}
}

type rangeOf struct{ pos, end token.Pos }

func (r rangeOf) Pos() token.Pos { return r.pos }
func (r rangeOf) End() token.Pos { return r.end }

func rangeAt(pos token.Pos, n int) rangeOf { return rangeOf{pos, pos + token.Pos(n)} }

func TestDescriptors(t *testing.T) {
	s := newSample("{}")
	_, run := s.write(t)
	got := run["tool"].(map[string]any)["driver"].(map[string]any)["rules"].([]any)
	want := map[string]any{
		"id":                   "wildcard-action",
		"shortDescription":     map[string]any{"text": `Action is "*".`},
		"fullDescription":      map[string]any{"text": "The statement allows every action of every service.\n\nName the actions."},
		"helpUri":              wildcard.URL(),
		"defaultConfiguration": map[string]any{"enabled": true, "level": "error"},
		"help": map[string]any{
			"text":     "The statement allows every action of every service.\n\nName the actions.\n\n" + wildcard.URL(),
			"markdown": "The statement allows every action of every service.\n\nName the actions.\n\n[wildcard-action](" + wildcard.URL() + ")",
		},
		"properties": map[string]any{
			"tags": []any{"security", "external/cwe/cwe-269"}, "precision": "high",
			"problem.severity": "error", "security-severity": "8.0",
		},
	}
	if diff := cmp.Diff(want, got[1]); diff != "" {
		t.Errorf("descriptor (-want +got):\n%s", diff)
	}
	properties := got[0].(map[string]any)["properties"].(map[string]any)
	if _, ok := properties["security-severity"]; ok {
		t.Error("a rule that is not about security has a security severity")
	}
}

func TestFixes(t *testing.T) {
	s := newSample("[\"a\",\n\"b\"]")
	f := s.add(redundant, 0, `"a"`, "a is superfluous")
	s.add(redundant, 0, `"b"`, "b is superfluous, and cannot be mended")
	f.Fix("Remove it", []analysis.TextEdit{{Pos: f.Pos, End: f.End + 2}}, true)
	without, _ := s.write(t)
	s.in.Fixes = true
	with, _ := s.write(t)
	if strings.Contains(without, `"fixes"`) || !strings.Contains(with, `"deletedRegion"`) {
		t.Errorf("fixes are to be there when asked for:\n%s\n%s", without, with)
	}
}

// A run holds so many results; the most severe are kept, and the log says that
// there were more.
func TestTooManyResults(t *testing.T) {
	s := newSample(strings.Repeat("x\n", maxResults+10))
	for i := range maxResults + 10 {
		f := s.add(redundant, 2*i, "x", "x is superfluous")
		if i >= 10 {
			f.Severity = rules.High
		}
	}
	_, run := s.write(t)
	results := run["results"].([]any)
	if len(results) != maxResults {
		t.Fatalf("%d results, want %d", len(results), maxResults)
	}
	for _, r := range results {
		if r.(map[string]any)["level"] != "error" {
			t.Fatal("a mild result was kept and a severe one left out")
		}
	}
	if text := fmt.Sprint(run["invocations"]); !strings.Contains(text, "10 findings are left out") {
		t.Errorf("invocations do not say how many are left out: %s", text)
	}
}

func TestFailures(t *testing.T) {
	s := newSample("{}")
	s.in.Failures = []error{errors.New("rule x: index out of range [5]")}
	_, run := s.write(t)
	invocation := run["invocations"].([]any)[0].(map[string]any)
	if invocation["executionSuccessful"] != false {
		t.Errorf("a failed run is called successful: %v", invocation)
	}
}

func TestSameInputSameBytes(t *testing.T) {
	make := func() string {
		s := newSample(strings.Repeat("\"x\" \"y\"\n", 50))
		for i := range 50 {
			s.add(redundant, 8*i, `"x"`, "x is superfluous").AddRelated(rangeAt(s.file.Pos(0), 1), "this")
			s.add(wildcard, 8*i, `"y"`, "y is too much")
		}
		text, _ := s.write(t)
		return text
	}
	if a, b := make(), make(); a != b {
		t.Error("two runs differ")
	}
}
