package iamlint

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/iamlint/iamlint/catalog"
)

// A configReader goes through the nodes of a configuration file and collects
// what is wrong with them. Scalars are read as text, whatever YAML takes them
// for, so that an account id keeps its leading zero and off stays off.
type configReader struct {
	lines []string
	err   ConfigError
}

// root returns the file's only document, nil if it is empty or does not parse.
func (r *configReader) root(text []byte) *yaml.Node {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	r.lines = yamlBreak.Split(string(text), -1)
	if !utf8.Valid(text) {
		r.failAt(r.invalidLine(), 1, "the file is not UTF-8 text")
		return nil
	}
	loader, err := yaml.NewLoader(bytes.NewReader(text), yaml.WithV4Defaults())
	if err != nil {
		r.failAt(1, 1, "%s", err)
		return nil
	}
	var first, second yaml.Node
	if err := loader.Load(&first); err != nil {
		r.yamlError(err)
		return nil
	}
	if len(first.Content) == 0 {
		return nil
	}
	switch err := loader.Load(&second); {
	case err == nil:
		r.fail(&second, "there is a second document; configuration is one")
	case !errors.Is(err, io.EOF):
		r.yamlError(err)
	}
	return first.Content[0]
}

// yamlBreak is what YAML takes for the end of a line.
var yamlBreak = regexp.MustCompile(`\r\n|[\n\r\x{85}\x{2028}\x{2029}]`)

// yamlError reports that the text is not YAML; that there is none is no error.
func (r *configReader) yamlError(err error) {
	at, message := yaml.Mark{Line: 1, Column: 1}, err.Error()
	if e, ok := errors.AsType[*yaml.LoadError](err); ok {
		message = e.Message
		if e.Mark.Line > 0 {
			at = e.Mark
		}
	}
	if r.blank() {
		return
	}
	r.failAt(at.Line, r.column(at.Line, at.Column), "not YAML: %s", message)
}

// blank says whether the file has nothing but comments.
func (r *configReader) blank() bool {
	for _, line := range r.lines {
		if line := strings.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}

func (r *configReader) invalidLine() int {
	for i, line := range r.lines {
		if !utf8.ValidString(line) {
			return i + 1
		}
	}
	return 1
}

// column turns a column in code points into one in bytes.
func (r *configReader) column(line, column int) int {
	if line < 1 || line > len(r.lines) {
		return max(column, 1)
	}
	text, at := r.lines[line-1], 0
	for range column - 1 {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at + 1
}

func (r *configReader) failAt(line, column int, format string, args ...any) {
	r.err.Problems = append(r.err.Problems, ConfigProblem{line, column, fmt.Sprintf(format, args...)})
}

func (r *configReader) fail(n *yaml.Node, format string, args ...any) {
	r.failAt(n.Line, r.column(n.Line, n.Column), format, args...)
}

// mapping calls do with each key and value, if the node is a mapping.
func (r *configReader) mapping(n *yaml.Node, what string, do func(key string, at, value *yaml.Node)) {
	if !r.is(n, yaml.MappingNode, what, "a mapping") {
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		at, value := n.Content[i], n.Content[i+1]
		if !r.is(at, yaml.ScalarNode, "a key", "text") {
			continue
		}
		if line, again := seen[at.Value]; again {
			r.fail(at, "%q is there already, on line %d", at.Value, line)
			continue
		}
		seen[at.Value] = at.Line
		do(at.Value, at, value)
	}
}

// list calls do with each text in the node, if it is a list.
func (r *configReader) list(n *yaml.Node, what string, do func(text string, at *yaml.Node)) {
	if !r.is(n, yaml.SequenceNode, what, "a list") {
		return
	}
	for _, item := range n.Content {
		if text, ok := r.text(item, "an item of "+what); ok {
			do(text, item)
		}
	}
}

// text returns the node's text if it is a scalar that has some.
func (r *configReader) text(n *yaml.Node, what string) (string, bool) {
	if !r.is(n, yaml.ScalarNode, what, "text") {
		return "", false
	}
	if strings.TrimSpace(n.Value) == "" {
		r.fail(n, "%s is empty", what)
		return "", false
	}
	return n.Value, true
}

var nodeNames = map[yaml.Kind]string{
	yaml.MappingNode: "a mapping", yaml.SequenceNode: "a list", yaml.ScalarNode: "text",
}

// is reports a node that is not of the kind.
func (r *configReader) is(n *yaml.Node, kind yaml.Kind, what, want string) bool {
	if n.Kind == kind {
		return true
	}
	switch {
	case n.Kind == yaml.AliasNode:
		r.fail(n, "aliases are not supported here")
	case n.Tag == "!!null":
		r.fail(n, "%s must be %s, and there is nothing", what, want)
	default:
		r.fail(n, "%s must be %s, not %s", what, want, nodeNames[n.Kind])
	}
	return false
}

// unknown reports a name that is none of those known.
func (r *configReader) unknown(at *yaml.Node, what string, known []string) {
	if near, ok := catalog.Nearest(at.Value, known); ok {
		r.fail(at, "there is no %s %q; did you mean %q?", what, at.Value, near)
		return
	}
	r.fail(at, "there is no %s %q; there are %s", what, at.Value, strings.Join(known, ", "))
}
