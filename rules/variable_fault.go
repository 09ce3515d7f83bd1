package rules

import "strings"

// fault returns what is wrong with how the variable is written, to stand behind
// it in a sentence; nothing if nothing is.
//
// Source: AWS IAM User Guide, "IAM policy elements: Variables and tags", and
// the checks of IAM Access Analyzer for variables.
func (p placeholder) fault() string {
	name, value, hasDefault := strings.Cut(p.inner(), ",")
	switch {
	case p.open:
		return `lacks "}"`
	case p.nested:
		return "has another variable in it: AWS does not replace that"
	case strings.TrimSpace(name) == "":
		return "is empty: a condition key must stand between the braces"
	case strings.ContainsAny(name, whiteSpace):
		return "has white space in its name"
	case hasDefault && !isQuoted(strings.TrimSpace(value)):
		return "has a default that is not in single quotes"
	}
	return ""
}

func isQuoted(text string) bool {
	return len(text) >= 2 && text[0] == '\'' && text[len(text)-1] == '\''
}
