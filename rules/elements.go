package rules

import (
	"strconv"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// The names of elements, which are case-sensitive.
//
// Source: AWS IAM User Guide, "Grammar of the IAM JSON policy language".
var (
	documentElements  = []string{"Version", "Id", "Statement"}
	statementElements = []string{
		"Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
	}
)

// nearestElement returns the element that was probably meant by one that does
// not exist.
func nearestElement(p policy.Problem) (string, bool) {
	if p.Statement == nil {
		return catalog.Nearest(p.Element, documentElements)
	}
	return catalog.Nearest(p.Element, statementElements)
}

// misspelled returns for each statement, nil for the document, the elements
// that its unknown ones were probably meant to be: those are not missing.
func misspelled(d *policy.Document) map[*policy.Statement][]string {
	var meant map[*policy.Statement][]string
	for _, p := range d.Problems {
		if p.Kind != policy.UnknownElement {
			continue
		}
		if near, ok := nearestElement(p); ok {
			if meant == nil {
				meant = map[*policy.Statement][]string{}
			}
			meant[p.Statement] = append(meant[p.Statement], near)
		}
	}
	return meant
}

// sameButCaseAndPlural says whether two names differ in nothing else.
func sameButCaseAndPlural(a, b string) bool {
	return strings.EqualFold(strings.TrimRight(a, "sS"), strings.TrimRight(b, "sS"))
}

// statementInWords names a statement by its Sid, if it has one.
func statementInWords(s *policy.Statement) string {
	if sid := s.SidText(); sid != "" {
		return "statement " + strconv.Quote(sid)
	}
	return "statement"
}
