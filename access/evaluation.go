package access

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// An evaluation is of one request by one document.
type evaluation struct {
	doc              *policy.Document
	principal        string
	action, resource *Pattern
	known            bindings            // values of policy variables, and of holes that are made up
	context          map[string][]string // condition keys of the request, in lower case
	modern           bool
}

func newEvaluation(d *policy.Document, r *Request, known bindings) *evaluation {
	e := &evaluation{
		doc: d, principal: r.Principal, modern: d.Modern(),
		action: literalAction(r.Action), resource: literalResource(r.Resource),
		known: bindings{}, context: make(map[string][]string, len(r.Context)),
	}
	for key, values := range r.Context {
		e.context[strings.ToLower(key)] = values
		if len(values) == 1 {
			e.known[variableName(key)] = values[0]
		}
	}
	for name, text := range known {
		e.known[name] = text
	}
	return e
}

// matches says whether the statement matches the request.
func (e *evaluation) matches(s *policy.Statement) Answer {
	answer := e.matchesRequest(s)
	if answer != No {
		answer = answer.and(e.matchesPrincipal(s))
	}
	return answer
}

// matchesRequest says whether the statement matches the request, whoever makes
// it.
func (e *evaluation) matchesRequest(s *policy.Statement) Answer {
	answer := e.matchesAction(s)
	if answer != No {
		answer = answer.and(e.matchesResource(s))
	}
	if answer != No {
		answer = answer.and(e.conditionsHold(s))
	}
	return answer
}

func (e *evaluation) matchesAction(s *policy.Statement) Answer {
	if s.Action.Present() == s.NotAction.Present() {
		return Unknown
	}
	list, not := s.Actions()
	return e.matchesList(list, not, e.action, ActionPattern)
}

func (e *evaluation) matchesResource(s *policy.Statement) Answer {
	list, not := s.Resources()
	switch {
	case !list.Present() && (e.doc.NoResource || e.doc.Kind.Is(policy.Trust)):
		return Yes
	case s.Resource.Present() == s.NotResource.Present():
		return Unknown
	}
	answer := e.matchesList(list, not, e.resource, func(v policy.Value) *Pattern {
		return resourcePattern(v, e.modern, e.known)
	})
	if not && e.modern && e.lacksVariable(list) {
		return No
	}
	return answer
}

// lacksVariable says whether the list has a policy variable that the request
// gives no value. In an element that is negated, that makes all of the statement
// invalid.
//
// Source: AWS IAM User Guide, "IAM policy elements: Variables and tags".
func (e *evaluation) lacksVariable(l policy.List) bool {
	for name := range variables(l) {
		if _, ok := e.known[name]; !ok {
			return true
		}
	}
	return false
}

// matchesList says whether one of the values matches the literal, or none does
// if the list is negated.
func (e *evaluation) matchesList(l policy.List, not bool, literal *Pattern, compile func(policy.Value) *Pattern) Answer {
	answer := No
	if l.Open() {
		answer = Unknown
	}
	for _, v := range l.Values {
		if startsOtherwise(v, literal) {
			continue
		}
		if answer = answer.or(compile(v).matches(literal)); answer == Yes {
			break
		}
	}
	if not {
		return answer.not()
	}
	return answer
}

// startsOtherwise says that a value begins with letters that the literal does
// not begin with. It saves compiling most values.
func startsOtherwise(v policy.Value, literal *Pattern) bool {
	text := v.Prefix()
	for i := 0; i < len(text) && i < len(literal.tokens); i++ {
		c := text[i]
		switch {
		case c == '*', c == '?', c == '$', c >= 0x80:
			return false
		case fold(token(c)) != fold(literal.tokens[i]):
			return true
		}
	}
	return false
}
