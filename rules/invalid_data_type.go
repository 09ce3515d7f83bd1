package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// InvalidDataType reports values of a JSON type that their element does not take.
var InvalidDataType = &Rule{
	Name: "invalid-data-type",
	Kind: Error,
	Doc: `the value has the wrong JSON type

Each element of a policy takes values of certain types: Action and Resource a
string or a list of strings, Condition an object of objects, and so on. AWS
refuses a policy with a value of another type, and null is never allowed. Write
the value as the message says, or leave the element out. Numbers and booleans
are fine as values of a condition.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["*", «null»]}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["*"]}}`,
	Run:  invalidDataType,
}

func invalidDataType(pass *Pass) {
	for _, p := range pass.Policy.Problems {
		if p.Kind != policy.WrongType {
			continue
		}
		f := pass.Reportf(p.Statement, opening(p), "%s must be %s, found %s", elementInWords(p), p.Want, p.Got)
		f.Subject = p.Element
	}
}

// opening returns what to point at: of a list or an object, which may have
// many lines, only the bracket.
func opening(p policy.Problem) policy.Span {
	if strings.HasPrefix(p.Got, "list") || strings.HasPrefix(p.Got, "object") {
		return policy.NewSpan(p.Pos(), min(p.Pos()+1, p.End()))
	}
	return p.Span
}

// elementInWords names the element as people know it; what is none is the
// author's own text.
func elementInWords(p policy.Problem) string {
	switch {
	case p.Statement == nil && p.Element == "policy":
		return "the policy"
	case slices.Contains(documentElements, p.Element), slices.Contains(statementElements, p.Element):
		return p.Element
	}
	return strconv.Quote(p.Element)
}
