package jsondoc

import (
	"strings"

	"github.com/iamlint/iamlint/parse/internal/grammar"
	"github.com/iamlint/iamlint/parse/internal/tree"
)

// wrappers are the members that hold policies in what the AWS CLI and API
// return, and in what people make of that.
var wrappers = []string{
	"Policy", "PolicyDocument", "Document", "AssumeRolePolicyDocument", "PolicyText",
	"ResourcePolicy", "AccessPolicies", "InlinePolicy", "Content", "PolicyInJson",
}

func isWrapper(key string) bool {
	for _, w := range wrappers {
		if strings.EqualFold(w, key) {
			return true
		}
	}
	return false
}

// announces says whether an object with such a member, whose value starts the
// text, is probably a policy.
func announces(key, value string) bool {
	switch {
	case strings.EqualFold(key, "Version"):
		return len(value) > 12 && value[0] == '"' && isDate(value[1:11]) && value[11] == '"'
	case key == "Statement":
		return value != "" && (value[0] == '[' || value[0] == '{')
	}
	return false
}

// startsPolicy says whether the first member of the object at the start of
// the text announces a policy, as it mostly does.
func startsPolicy(text string) bool {
	text = skipSpace(text[1:])
	for _, key := range []string{"Version", "Statement"} {
		if rest, ok := strings.CutPrefix(text, `"`+key+`"`); ok {
			rest, colon := strings.CutPrefix(skipSpace(rest), ":")
			return colon && announces(key, skipSpace(rest))
		}
	}
	return false
}

func skipSpace(text string) string { return strings.TrimLeft(text, spaces) }

// isDate says whether the text is a version of the policy language.
func isDate(text string) bool { return text == "2012-10-17" || text == "2008-10-17" }

// isPolicy says whether a value is meant as a policy: an object with a version
// of the policy language, or with statements that look like it. Where the case
// of these names is wrong, both must be there.
func isPolicy(n *tree.Node) bool {
	if n.Kind != tree.Object {
		return false
	}
	exact, dated, stated := false, false, false
	for i := range n.Fields {
		value := &n.Fields[i].Value
		switch key := n.Fields[i].Key.Text(); {
		case strings.EqualFold(key, "Version") && value.Kind == tree.String:
			if isForeignVersion(value.Value.Text()) {
				return false
			}
			dated = dated || isDate(value.Value.Text())
			exact = exact || dated && key == "Version"
		case strings.EqualFold(key, "Statement") && isStatement(value):
			stated = true
			exact = exact || key == "Statement"
		}
	}
	return exact || dated && stated
}

// isForeignVersion says whether the text is a version of the languages that
// other clouds have made after this one: "1", "1.1", "5.0".
func isForeignVersion(text string) bool {
	return text != "" && len(text) <= 3 && strings.Trim(text, "0123456789.") == ""
}

// isStatement says whether a value looks like a statement or a list of some.
// There are statements of banks, and of other languages.
func isStatement(n *tree.Node) bool {
	switch n.Kind {
	case tree.Unknown:
		return true
	case tree.Array:
		for i := range n.Items {
			if isStatement(&n.Items[i]) {
				return true
			}
		}
		return len(n.Items) == 0
	case tree.Object:
		for _, f := range n.Fields {
			if grammar.IsStatementElement(f.Key.Text()) {
				return true
			}
		}
		return len(n.Fields) == 0
	}
	return false
}
