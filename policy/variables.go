package policy

import "strings"

// A Variable is a policy variable in a string, such as ${aws:username}. It has
// its meaning only in certain elements of documents that are [Document.Modern].
type Variable struct {
	From, To int    // in the value's text
	Name     string // "aws:username"
	Default  string // "${aws:PrincipalTag/team, 'none'}" has the default 'none', with its quotes
}

// Variables returns the policy variables of a text, in order. The escapes
// ${*}, ${?} and ${$} are variables with such a name. What is not closed, and
// what holds another ${, is no variable.
//
// Source: AWS IAM User Guide, "IAM policy elements: Variables and tags".
func Variables(text string) []Variable {
	var all []Variable
	for at := 0; ; {
		i := strings.Index(text[at:], "${")
		if i < 0 {
			return all
		}
		from := at + i
		end := strings.IndexByte(text[from:], '}')
		if end < 0 {
			return all
		}
		inner := text[from+2 : from+end]
		if strings.Contains(inner, "${") {
			at = from + 2
			continue
		}
		name, def, _ := strings.Cut(inner, ",")
		all = append(all, Variable{from, from + end + 1, strings.TrimSpace(name), strings.TrimSpace(def)})
		at = from + end + 1
	}
}
