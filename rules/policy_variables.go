package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A placeholder is a stretch of text that looks like a policy variable, be it
// well-formed or not.
type placeholder struct {
	from, to int    // in the text; to is where the next starts if there is no brace
	text     string // as it is written
	nested   bool   // there is another in it
	open     bool   // it has no closing brace
}

// inner returns what stands between the braces.
func (p placeholder) inner() string {
	if p.open {
		return p.text[2:]
	}
	return p.text[2 : len(p.text)-1]
}

// name returns the condition key in it.
func (p placeholder) name() string {
	name, _, _ := strings.Cut(p.inner(), ",")
	return name
}

// escape says whether it is one of those that stand for a single character.
func (p placeholder) escape() bool { return p.text == "${*}" || p.text == "${?}" || p.text == "${$}" }

// blankInTag says whether it has white space in the name of a tag, where there
// may be some, and nowhere else in its name.
func (p placeholder) blankInTag() bool {
	key, tag, _ := strings.Cut(p.name(), "/")
	return !strings.ContainsAny(key, whiteSpace) && strings.ContainsAny(tag, whiteSpace)
}

// placeholders returns what looks like a policy variable in a text, in order,
// without what is nested in another.
func placeholders(text string) []placeholder {
	var all []placeholder
	var unclosed []int // in all
	for i := 0; i < len(text); i++ {
		switch {
		case strings.HasPrefix(text[i:], "${"):
			unclosed = append(unclosed, len(all))
			all = append(all, placeholder{from: i, open: true})
		case text[i] == '}' && len(unclosed) > 0:
			k := unclosed[len(unclosed)-1]
			unclosed = unclosed[:len(unclosed)-1]
			p := &all[k]
			p.to, p.open, p.nested = i+1, false, k+1 < len(all)
			all = all[:k+1]
		}
	}
	for i := range all {
		p := &all[i]
		switch {
		case p.open && i+1 < len(all):
			p.to = all[i+1].from
		case p.open:
			p.to = len(text)
		}
		p.text = text[p.from:p.to]
	}
	return all
}

// isVariable says whether the placeholder is meant to be one of IAM's. In a
// document that is not known to be used as it is, it may be one of a template
// that the document is made of, unless it starts as condition keys do: ${bucket},
// ${AWS::AccountId}, ${self:custom.bucket} are of templates.
func (p *Pass) isVariable(v placeholder) bool {
	if len(p.Policy.Uses) > 0 || v.escape() || v.open || v.inner() == "" {
		return true
	}
	prefix, key, ok := strings.Cut(v.name(), ":")
	prefix = strings.TrimSpace(prefix)
	if !ok || key == "" || !isKeyStart(key[0]) && !(v.nested && strings.HasPrefix(key, "${aws:")) || strings.ContainsAny(prefix, "()'\"$ ") {
		return false
	}
	issuer := strings.Contains(prefix, ".") || strings.EqualFold(prefix, "saml")
	return issuer || strings.EqualFold(prefix, "aws") || p.Catalog.Service(prefix) != nil
}

func isKeyStart(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c == ' ' }

// maxVariables is how many variables of one value are looked at. Few have more
// than three; one that was made to have very many is not to keep us busy.
const maxVariables = 50

// variablesOf returns the placeholders of a value that are meant to be policy
// variables, and in which nothing is unknown.
func (p *Pass) variablesOf(v *policy.Value) []placeholder {
	if !strings.Contains(v.Text(), "${") {
		return nil
	}
	all := slices.DeleteFunc(placeholders(v.Text()), func(found placeholder) bool {
		return hasHoleIn(v.Holes(), found) || !p.isVariable(found)
	})
	return all[:min(len(all), maxVariables)]
}

// hasHoleIn says whether one of the holes stands in the placeholder, or, if it
// does not end, anywhere behind its start: the hole may end it.
func hasHoleIn(holes []policy.Hole, p placeholder) bool {
	i, _ := slices.BinarySearchFunc(holes, p.from+1, func(h policy.Hole, at int) int { return h.At - at })
	return i < len(holes) && (p.open || holes[i].At < p.to)
}
