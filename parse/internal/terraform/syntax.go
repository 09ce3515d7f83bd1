package terraform

import (
	"strings"
	"unicode/utf8"

	"github.com/iamlint/iamlint/parse/internal/jsondoc"
	"github.com/iamlint/iamlint/policy"
)

// The ways in which strings are spelled.
var (
	hclSyntax     policy.Syntax = inHCL{}
	heredocSyntax policy.Syntax = inHeredoc{}
	quotedSyntax  policy.Syntax = inQuotes{}
	jsonSyntax    policy.Syntax = inJSON{}
)

// fixed is the syntax of text that cannot be replaced where it is written.
type fixed struct{}

func (fixed) Quote(string) (string, bool) { return "", false }

// inHCL spells strings of the configuration language.
type inHCL struct{}

func (inHCL) Quote(text string) (string, bool) {
	return escapeTemplate(jsondoc.Quote(text)), spellable(text)
}

// inJSON spells strings of a JSON file.
type inJSON struct{}

func (inJSON) Quote(text string) (string, bool) { return jsondoc.Quote(text), utf8.ValidString(text) }

// inHeredoc spells strings of JSON in a heredoc or a template file.
type inHeredoc struct{}

func (inHeredoc) Quote(text string) (string, bool) {
	return escapeTemplate(jsondoc.Quote(text)), spellable(text)
}

// inQuotes spells strings of JSON in a quoted string: what it returns stands
// between the quotes of that.
type inQuotes struct{}

func (inQuotes) Quote(text string) (string, bool) {
	twice := jsondoc.Quote(jsondoc.Quote(text))
	return escapeTemplate(twice[1 : len(twice)-1]), spellable(text)
}

var escapeTemplate = strings.NewReplacer("${", "$${", "%{", "%%{").Replace

// spellable says whether a template can hold the text: what looks like an
// escape already would be taken for one.
func spellable(text string) bool {
	return utf8.ValidString(text) && !strings.Contains(text, "$${") && !strings.Contains(text, "%%{")
}
