package jsondoc

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/iamlint/iamlint/parse/internal/grammar"
	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

var seeds = []string{
	valid,
	"\ufeff" + valid,
	`{"Policy": "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:\\u00e9\"}]}"}`,
	`{"PolicyDocument": "%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%7D%7D"}`,
	`"%7B%22Statement%22%3A"`,
	`[{"Statement": [{"Effect": 5, "Effect": null, "Condition": {"Bool": {"a": [true, 1]}, "x": {}}}]}]`,
	`{"Statement": [{"Effect": "Allow",}]}`,
	`{'Statement': [ // comment`,
	`{"Statement": [{"Principal": {"AWS": ["*", 1]}, "NotPrincipal": "\ud800"}`,
	`{"Version": "2012-10-17", "Statement": ${x}, ${y}}`,
	"{\x00\"\x00",
}

// Any file is read without a panic. What is not JSON has one problem, in the
// file; what is JSON has none.
func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.NewSet().Add("policy.json", data)
		Documents(file, false)
		docs, problems := Documents(file, true)
		if len(docs)+len(problems) == 0 && !strings.Contains(string(data), "erraform_version") && !strings.Contains(string(data), "AWS::") {
			t.Error("neither policies nor problems")
		}
		for _, p := range problems {
			checkProblem(t, file, p)
		}
		isJSON := json.Valid(data) && utf8.Valid(data) && !loneSurrogate(data)
		if isJSON && len(problems) > 0 && !wraps(data) && problems[0].Kind != source.InputLimit {
			t.Errorf("JSON with a problem: %s", problems[0].Message)
		}
		if !isJSON && len(problems) == 0 {
			t.Error("no JSON, and no problem")
		}
		for _, d := range docs {
			checkDocument(t, file, d)
		}
	})
}

// wraps says whether there may be text of a policy in a string.
func wraps(data []byte) bool {
	text := strings.ToLower(string(data))
	return strings.Contains(text, `\`) || opensInString.MatchString(text) || slices.ContainsFunc(wrappers, func(w string) bool {
		return strings.Contains(text, strings.ToLower(w))
	})
}

// opensInString matches a string that starts as an object or a list does,
// maybe URL-encoded.
var opensInString = regexp.MustCompile(`"(\s|%20|%0a)*(\{|\[|%7b|%5b)`)

// loneSurrogate says whether encoding/json would read half of a character.
func loneSurrogate(data []byte) bool {
	return strings.Contains(strings.ToLower(string(data)), `\ud`)
}

func checkProblem(t *testing.T, f *source.File, p source.Problem) {
	t.Helper()
	if p.Message == "" || strings.HasSuffix(p.Message, ": ") || p.Kind == 0 {
		t.Errorf("nothing is said: %+v", p)
	}
	checkSpan(t, f, p.Span)
	for _, r := range p.Related {
		checkSpan(t, f, r.Span)
	}
}

func checkSpan(t *testing.T, f *source.File, s policy.Span) {
	t.Helper()
	if !f.Whole().Contains(s) || s.End() < s.Pos() {
		t.Errorf("%v is not in the file at %v", s, f.Whole())
	}
}

func checkDocument(t *testing.T, f *source.File, d *policy.Document) {
	t.Helper()
	for i, s := range d.Statements {
		if s.Index != i {
			t.Errorf("statement %d has index %d", i, s.Index)
		}
		checkSpan(t, f, s.Span)
		for _, l := range []policy.List{s.Action, s.NotAction, s.Resource, s.NotResource} {
			checkList(t, f, l)
		}
		for _, c := range s.Condition.Entries {
			checkSpan(t, f, c.Span)
			checkList(t, f, c.List)
		}
	}
	if !slices.IsSortedFunc(d.Problems, func(a, b policy.Problem) int { return int(a.Pos() - b.Pos()) }) {
		t.Error("problems are not in order")
	}
	for _, p := range d.Problems {
		checkSpan(t, f, p.Span)
	}
	grammar.GuessKind(d)
}

func checkList(t *testing.T, f *source.File, l policy.List) {
	t.Helper()
	if l.Present() != l.Key.IsValid() {
		t.Errorf("present %v, key %v", l.Present(), l.Key)
	}
	for i, v := range l.Values {
		checkSpan(t, f, v.Span)
		for j := range len(v.Text()) {
			checkSpan(t, f, v.Sub(j, j+1))
		}
		_ = v.String()
		if at, ok := l.Remove(i); ok {
			checkSpan(t, f, at)
		}
	}
}

// Text with holes is read without a panic, and holes are not lost: whatever
// they stand for, the value is not known.
func FuzzText(f *testing.F) {
	for _, s := range append(seeds, `{"a": "${h}x", "b": [${i} 1], ${j}}`, `${h}`, `{"a${h}": "\n${i}"}`) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, v := heredoc(text)
		n, problem := ParseText(v)
		if problem != nil {
			checkProblem(t, file, *problem)
			return
		}
		if len(v.Holes()) > 0 && !hollow(&n) {
			t.Errorf("no hole in %s", render(&n))
		}
		if len(v.Holes()) == 0 && !json.Valid([]byte(text)) {
			t.Errorf("%q is taken for JSON", text)
		}
	})
}

// hollow says whether there is a hole anywhere in a value.
func hollow(n *tree.Node) bool {
	if n.Kind == tree.Unknown || len(n.Open()) > 0 || !n.Value.Known() {
		return true
	}
	return slices.ContainsFunc(n.Items, func(n tree.Node) bool { return hollow(&n) }) ||
		slices.ContainsFunc(n.Fields, func(f tree.Field) bool { return !f.Key.Known() || hollow(&f.Value) })
}

// Any JSON is read as a policy, and what of it is right is in the model.
func FuzzGrammar(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, v := heredoc(text)
		n, problem := ParseText(v)
		if problem != nil {
			return
		}
		d := grammar.Document(&n)
		checkDocument(t, file, d)
		var want struct{ Statement []map[string]any }
		if len(v.Holes()) > 0 || len(d.Problems) > 0 || json.Unmarshal([]byte(text), &want) != nil {
			return
		}
		if len(d.Statements) != len(want.Statement) {
			t.Errorf("%d statements, want %d", len(d.Statements), len(want.Statement))
		}
	})
}
