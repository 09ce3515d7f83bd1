package jsondoc

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

var interpolation = regexp.MustCompile(`\$\{(\w+)\}`)

// heredoc returns the value that a file has as its whole text, with a hole for
// each ${name}.
func heredoc(text string) (*source.File, policy.Value) {
	f := source.NewSet().Add("main.tf", []byte(text))
	var known strings.Builder
	var holes []policy.Hole
	var runs []policy.Run
	from := 0
	add := func(to int) {
		if from < to {
			runs = append(runs, policy.Run{At: known.Len(), Len: to - from, Span: f.Span(from, to)})
			known.WriteString(text[from:to])
		}
	}
	for _, m := range interpolation.FindAllStringSubmatchIndex(text, -1) {
		add(m[0])
		name := text[m[2]:m[3]]
		holes = append(holes, policy.Hole{At: known.Len(), Expr: name, ID: name, Span: f.Span(m[0], m[1])})
		from = m[1]
	}
	add(len(text))
	v := policy.NewValue(f.Whole(), known.String(), holes...)
	return f, v.WithOrigin(&policy.Origin{Runs: runs})
}

// render prints a node as JSON, with ${name} for holes and ...${name} for what
// further items and members are taken from.
func render(n *tree.Node) string {
	var parts []string
	for i := range n.Items {
		parts = append(parts, render(&n.Items[i]))
	}
	for i := range n.Fields {
		parts = append(parts, fmt.Sprintf("%s: %s", n.Fields[i].Key, render(&n.Fields[i].Value)))
	}
	for _, h := range n.Open() {
		parts = append(parts, "...${"+h.Expr+"}")
	}
	all := strings.Join(parts, ", ")
	switch n.Kind {
	case tree.Unknown:
		return strings.TrimPrefix(all, "...")
	case tree.Array:
		return "[" + all + "]"
	case tree.Object:
		return "{" + all + "}"
	case tree.String:
		return fmt.Sprintf("'%s'", n.Value)
	}
	return n.Value.String()
}

func TestTextWithHoles(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`{"a": "b", "c": [1, true, null]}`, `{a: 'b', c: [1, true, null]}`},
		// In a string a hole is a part of it.
		{`{"a": "x${h}y"}`, `{a: 'x${h}y'}`},
		{`{"a": "${h}"}`, `{a: '${h}'}`},
		{`{"a": "${h}${i}\n${j}"}`, "{a: '${h}${i}\n${j}'}"},
		{`{"a${h}": 1}`, `{a${h}: 1}`},
		{`["a\"${h}\\", "${i}"]`, `['a"${h}\', '${i}']`},
		// Elsewhere it is a value,
		{`${h}`, `${h}`},
		{" ${h}\n", `${h}`},
		{`{"a": ${h}}`, `{a: ${h}}`},
		{`{"a": ${h}, "b": ${i}, "c": 1}`, `{a: ${h}, b: ${i}, c: 1}`},
		// or items of a list, with or without the commas,
		{`[${h}]`, `[...${h}]`},
		{`["a", ${h}]`, `['a', ...${h}]`},
		{`["a" ${h}]`, `['a', ...${h}]`},
		{`[${h}, "a"]`, `['a', ...${h}]`},
		{`[${h} "a"]`, `['a', ...${h}]`},
		{`[{"a": 1} ${h} {"b": 2}${i}]`, `[{a: 1}, {b: 2}, ...${h}, ...${i}]`},
		// or members of an object.
		{`{${h}}`, `{...${h}}`},
		{`{"a": 1, ${h}}`, `{a: 1, ...${h}}`},
		{`{"a": 1 ${h}}`, `{a: 1, ...${h}}`},
		{`{${h} "a": 1}`, `{a: 1, ...${h}}`},
		{`{"a": ${h} ${i}}`, `{a: ${h}, ...${i}}`},
		{`{${h}: 1, "b": 2}`, `{${h}: 1, b: 2}`},
		// Sometimes it cannot be told what it is.
		{`{"a": 1${h}}`, `${h}`},
		{`{"a": ${h}1}`, `${h}`},
		{`{"a": tr${h}e}`, `${h}`},
		{`{"a": "\${h}n"}`, `${h}`},
		{`{"a": "\u00${h}"}`, `${h}`},
		{`${h} {"a": 1}`, `${h}`},
		{`{"a": 1}${h}`, `${h}`},
		{`${h}${i}`, `${h}`},
		{`{"a": ["b", ${h}}`, `${h}`},
		{`{"a" ${h}}`, `${h}`},
	} {
		_, v := heredoc(test.text)
		n, problem := ParseText(v)
		if problem != nil {
			t.Errorf("%s: %s", test.text, problem.Message)
		} else if got := render(&n); got != test.want {
			t.Errorf("%s: got %s, want %s", test.text, got, test.want)
		}
	}
}

// What is wrong with text in which all holes are in strings is certain.
func TestTextProblem(t *testing.T) {
	f, v := heredoc("{\"a\": \"${h}\",\n  }")
	_, problem := ParseText(v)
	if problem == nil || problem.Span != f.Span(12, 13) || !strings.Contains(problem.Message, "trailing comma") {
		t.Errorf("got %+v", problem)
	}
}

// Positions are those of the file, behind holes and between the lines of a
// text that is written in pieces.
func TestTextPositions(t *testing.T) {
	f, v := heredoc(`{"a": "x${h}yz", "b": ["\u00e9c", ${i}, 12]}`)
	n, problem := ParseText(v)
	if problem != nil {
		t.Fatal(problem.Message)
	}
	a, list := n.Fields[0].Value, n.Fields[1].Value
	for _, test := range []struct {
		at   policy.Span
		want string
	}{
		{n.Span, string(f.Text)},
		{n.Fields[0].Key.Span, `"a"`},
		{a.Span, `"x${h}yz"`},
		{a.Value.Sub(0, 1), `x`},
		{a.Value.Sub(1, 3), `yz`},
		{a.Value.Holes()[0].Span, `${h}`},
		{list.Span, `["\u00e9c", ${i}, 12]`},
		{list.Items[0].Span, `"\u00e9c"`},
		{list.Items[0].Value.Sub(0, 2), `\u00e9`},
		{list.Items[0].Value.Sub(2, 3), `c`},
		{list.Items[1].Span, `12`},
		{list.Items[1].Value.Sub(1, 2), `2`},
	} {
		if got := text(f, test.at); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
	if at := a.Value.Holes()[0].At; at != 1 {
		t.Errorf("the hole stands at %d, want 1", at)
	}
}
