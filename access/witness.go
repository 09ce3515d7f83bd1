package access

import (
	"iter"
	"slices"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// Witness returns a request that the statement allows and that nothing in the
// document denies, for an action that the pattern matches, or nil if it finds
// none. What the statement leaves open is filled in with examples, and so are
// holes whose form is known. Of a statement with conditions there is none.
func (d *Denies) Witness(c *catalog.Catalog, s *policy.Statement, actions string) *Request {
	if s.Effect != policy.Allow || s.Optional || s.Open() || s.Condition.Restricts() || d.doc.Open() {
		return nil
	}
	principal, ok := somePrincipal(s)
	if !ok {
		return nil
	}
	for a := range Telling(c, actions) {
		for w := range worldsOf(d.doc, s, a) {
			if d.left -= valueSteps * (d.sizes + sizeOf(s)); d.left < 0 {
				return nil
			}
			w.request.Principal = principal
			if w.gets(d.doc, s) {
				return &w.request
			}
		}
	}
	return nil
}

// valueSteps is what it counts as to compare a request with a value.
const valueSteps = 5

// A world is a request, with what holes stand for in it.
type world struct {
	request Request
	known   bindings
}

// gets says whether the request gets through.
func (w *world) gets(d *policy.Document, s *policy.Statement) bool {
	e := newEvaluation(d, &w.request, w.known)
	if e.matches(s) != Yes {
		return false
	}
	for _, other := range d.Statements {
		if other.Effect != policy.Allow && e.matches(other) != No {
			return false
		}
	}
	return true
}

// worldsOf goes through requests for the action that have resources of the
// statement: for each format of ARN that the action takes, and each of the
// statement's patterns.
func worldsOf(d *policy.Document, s *policy.Statement, a *catalog.Action) iter.Seq[world] {
	return func(yield func(world) bool) {
		request := Request{Action: a.FullName()}
		if a.WildcardOnly() {
			request.Resource = "*"
			yield(world{request: request})
			return
		}
		values, but := shownResources(s)
		left := maxWorlds
		for _, format := range formatsOf(a) {
			for _, v := range values {
				w, ok := newWorld(request, format, v, d.Modern())
				if ok && d.Modern() {
					for _, v := range but {
						w.fillVariables(v.Text())
					}
				}
				if left--; left < 0 || ok && !yield(w) {
					return
				}
			}
		}
	}
}

// shownResources returns the values that examples of the statement's resources
// are made of, the widest first, and those that they must not match.
func shownResources(s *policy.Statement) (values, but []policy.Value) {
	list, not := s.Resources()
	if not {
		return []policy.Value{policy.NewValue(policy.Span{}, "*")}, list.Values
	}
	for i, v := range list.Values {
		if i > 0 && v.AllWildcard() {
			return slices.Concat(list.Values[i:i+1], list.Values[:i], list.Values[i+1:]), nil
		}
	}
	return list.Values, nil
}

// maxWorlds is how many requests for one action are tried.
const maxWorlds = 100

// newWorld returns a request for a resource whose ARN is of the format and that
// the pattern matches.
func newWorld(request Request, format string, v policy.Value, modern bool) (world, bool) {
	if len(v.Text()) > maxFilled {
		return world{}, false
	}
	w := world{request: request, known: bindings{}}
	for _, h := range v.Holes() {
		text, ok := examples[h.Form]
		if !ok || h.ID == "" {
			return world{}, false
		}
		w.known[holeSymbol(h).name] = text
	}
	if modern {
		w.fillVariables(v.Text())
	}
	p := resourcePattern(v, modern, w.known)
	text, ok := fillARN(format, p)
	w.request.Resource = text
	return w, ok
}

// fillVariables gives the policy variables of the text values.
func (w *world) fillVariables(text string) {
	for _, v := range policy.Variables(text) {
		s, literal := variableSymbol(text, v)
		if literal != 0 || v.Default != "" {
			continue
		}
		if w.request.Context == nil {
			w.request.Context = map[string][]string{}
		}
		value := exampleOf(v.Name)
		w.request.Context[v.Name] = []string{value}
		w.known[s.name] = value
	}
}
