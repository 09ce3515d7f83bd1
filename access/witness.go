package access

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// Witness returns a request that the statement allows and that nothing in the
// document denies, for an action that the pattern matches, or nil if it finds
// none. What the statement leaves open is filled in with examples, and so are
// holes whose form is known. Of a statement with conditions there is none.
func Witness(c *catalog.Catalog, d *policy.Document, s *policy.Statement, actions string) *Request {
	if s.Effect != policy.Allow || s.Optional || s.Open() || s.Condition.Restricts() || d.Open() {
		return nil
	}
	principal, ok := somePrincipal(s)
	if !ok {
		return nil
	}
	for a := range telling(c, actions) {
		for _, w := range worldsOf(d, s, a) {
			w.request.Principal = principal
			if w.gets(d, s) {
				return &w.request
			}
		}
	}
	return nil
}

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

// worldsOf returns requests for the action that have resources of the
// statement: for each format of ARN that the action takes, and each of the
// statement's patterns.
func worldsOf(d *policy.Document, s *policy.Statement, a *catalog.Action) []world {
	request := Request{Action: a.FullName()}
	if a.WildcardOnly() {
		request.Resource = "*"
		return []world{{request: request}}
	}
	patterns, not := s.Resources()
	values := patterns.Values
	if not {
		values = []policy.Value{policy.NewValue(policy.Span{}, "*")}
	}
	var worlds []world
	for _, format := range formatsOf(a) {
		for _, v := range values {
			if len(worlds) == maxWorlds {
				return worlds
			}
			if w, ok := newWorld(request, format, v, d.Modern()); ok {
				worlds = append(worlds, w)
			}
		}
	}
	return worlds
}

// formatsOf returns the formats of the ARNs that the action takes: those of its
// own service before others, those it needs before those it may have, and
// simple ones first. Those that can be of any service are left out.
func formatsOf(a *catalog.Action) []string {
	own := "arn:${Partition}:" + a.Service().Prefix() + ":"
	rank := map[string]int{}
	for _, r := range a.Resources() {
		t := a.Service().ResourceType(r.Type)
		if t == nil {
			continue
		}
		for _, format := range t.ARNs {
			rank[format] = len(format)
			if !r.Required {
				rank[format] += 1000
			}
			if !strings.HasPrefix(format, own) {
				rank[format] += 10000
			}
		}
	}
	formats := slices.Collect(maps.Keys(rank))
	formats = slices.DeleteFunc(formats, func(f string) bool { return strings.HasPrefix(f, "arn:${Partition}:${") })
	slices.SortFunc(formats, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank[a], rank[b]), strings.Compare(a, b))
	})
	return formats
}

// maxWorlds is how many requests for one action are tried.
const maxWorlds = 20

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

// somePrincipal returns somebody whom the statement is about: "" if it has no
// principals, being about whoever has the policy.
func somePrincipal(s *policy.Statement) (string, bool) {
	switch {
	case s.NotPrincipal.Present():
		return "", false
	case !s.Principal.Present():
		return "", true
	}
	if _, ok := s.Principal.Anyone(); ok {
		return "*", true
	}
	for _, set := range s.Principal.Sets {
		for _, v := range set.Values {
			if text, known := v.Literal(); known && text != "" {
				if account, ok := wholeAccount(text); ok {
					text = "arn:aws:iam::" + account + ":root"
				}
				return text, true
			}
		}
	}
	return "", false
}
