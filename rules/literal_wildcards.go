package rules

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/policy"
)

//go:embed free_text_keys.txt
var freeTextKeysText string

// freeTextKeys are the keys of free_text_keys.txt, in lower case.
var freeTextKeys = sync.OnceValue(func() map[string]bool {
	keys := map[string]bool{}
	for line := range dataLines(strings.ToLower(freeTextKeysText)) {
		keys[line] = true
	}
	return keys
})

// holdsFreeText says whether a literal wildcard may well stand in the key's
// values.
func (e *conditionEntry) holdsFreeText() bool {
	return freeTextKeys()[e.name] || e.isNamedByAuthor()
}

// isNamedByAuthor says whether the key ends in a name that the author of the
// policy chose, such as that of a tag: it has what values somebody gave it.
func (e *conditionEntry) isNamedByAuthor() bool {
	return e.key != nil && e.key.sort != issuerKey && e.key.known != nil && e.key.known.Variable()
}

// mayBeKey says whether the key is one that AWS knows, or, for all that is
// known of its name, a claim of an identity provider.
func (e *conditionEntry) mayBeKey() bool {
	if e.key != nil {
		switch e.key.sort {
		case globalKey, serviceKey, issuerKey, undocumentedKey:
			return true
		}
		return false
	}
	claim := strings.ToLower(e.Variable.Suffix())
	return isSubject(claim) || isAudience(claim)
}

// wildcardsIn says whether * and ? stand in the value other than in a variable
// or an escape such as ${*}.
func wildcardsIn(v *policy.Value) (star, mark bool) {
	text := v.Text()
	if strings.IndexByte(text, '*') < 0 && strings.IndexByte(text, '?') < 0 {
		return false, false
	}
	look := func(part string) {
		star = star || strings.IndexByte(part, '*') >= 0
		mark = mark || strings.IndexByte(part, '?') >= 0
	}
	from := 0
	for _, variable := range policy.Variables(text) {
		look(text[from:variable.From])
		from = variable.To
	}
	look(text[from:])
	return star, mark
}

// comparesText says whether wildcards could help: the key holds text or ARNs.
func (e *conditionEntry) comparesText() bool {
	switch e.valueType() {
	case "", "String", "ARN":
		return true
	}
	return false
}
