package rules

import (
	"strings"
	"sync"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
)

var setPrefixes = []string{"ForAllValues", "ForAnyValue"}

// operatorSpellings are the names of the operators, with and without IfExists.
var operatorSpellings = sync.OnceValue(func() []string {
	var names []string
	for _, name := range access.OperatorNames() {
		names = append(names, name)
		if name != "Null" {
			names = append(names, name+"IfExists")
		}
	}
	return names
})

// nearestOperators returns the operators that were probably meant by a text that
// is none.
func nearestOperators(text string) []string {
	set, name, ok := strings.Cut(text, ":")
	if !ok {
		return nearestPlainOperators(text)
	}
	prefix, ok := catalog.Nearest(set, setPrefixes)
	if !ok {
		return nil
	}
	var found []string
	for _, near := range nearestPlainOperators(name) {
		found = append(found, prefix+":"+near)
	}
	return found
}

// nearestPlainOperators is nearestOperators without the prefix. That "not" stands
// in another place counts as nothing.
func nearestPlainOperators(name string) []string {
	if near := catalog.AllNearest(name, operatorSpellings()); near != nil {
		return near
	}
	plain, negated := cutNot(name)
	if !negated {
		return nil
	}
	var found []string
	for _, s := range operatorSpellings() {
		if p, ok := cutNot(s); ok && p == plain {
			found = append(found, s)
		}
	}
	return found
}

// cutNot takes the first "not" out of a name and returns it in lower case.
func cutNot(name string) (plain string, ok bool) {
	before, after, ok := strings.Cut(strings.ToLower(name), "not")
	return before + after, ok
}
