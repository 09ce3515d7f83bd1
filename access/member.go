package access

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// maxMembers is how many requests of an area are tried.
const maxMembers = 60

// members goes through requests of an area that can be made, those first that
// tell most: of actions that the statement names itself, then of powerful ones.
// It goes on until yield returns true, and returns whether it did.
func (x *solver) members(a area, s *policy.Statement, modern bool, yield func(*Request, bindings) bool) bool {
	left := maxMembers
	for _, action := range x.choose(a.known, s) {
		if !x.carriesKeys(action, a) {
			continue
		}
		for _, format := range x.formats(action) {
			if format != "" && !x.meetsForm(a.resources, format) {
				continue
			}
			for _, form := range examplesOf(format) {
				if left--; left < 0 || x.left < 0 {
					return false
				}
				m := &member{solver: x, modern: modern, area: a, known: bindings{}, request: Request{Action: action.FullName()}}
				if m.fill(format, form, s) && yield(&m.request, m.known) {
					return true
				}
			}
		}
	}
	return false
}

// choose returns some of the actions, in the order to be tried.
func (x *solver) choose(known actionBits, s *policy.Statement) []*catalog.Action {
	var list []*catalog.Action
	var seen actionBits
	add := func(index int) {
		if known.has(index) && !seen.has(index) {
			seen.set(index, index+1)
			list = append(list, x.catalog.ActionAt(index))
		}
	}
	if s != nil {
		for _, v := range s.Action.Values[:min(len(s.Action.Values), maxMembers)] {
			if text, ok := v.Literal(); ok && !strings.ContainsAny(text, "*?") {
				if i, ok := x.catalog.IndexOf(text); ok {
					add(i)
				}
			}
		}
	}
	for _, i := range x.table.telling {
		add(i)
	}
	var rest []*catalog.Action
	for index := range known.all() {
		if rest = append(rest, x.catalog.ActionAt(index)); len(rest) == maxRest {
			break
		}
	}
	for _, a := range mostPowerful(rest) {
		add(a.Index())
	}
	return list[:min(len(list), maxMembers)]
}

// maxRest is how many actions that nothing speaks for are looked at.
const maxRest = 300

// formats returns those of the resources that the action is usually asked for.
func (x *solver) formats(a *catalog.Action) []string {
	if a.WildcardOnly() {
		return []string{"*"}
	}
	list := formatsOf(a)
	if len(list) == 0 {
		return slices.Collect(x.forms(a))
	}
	return list
}

// examplesOf returns patterns of ARNs of the format, the most usual first.
func examplesOf(format string) []*Pattern {
	if format == "*" {
		return anyExample
	}
	if known, ok := exampleForms.Load(format); ok {
		return known.([]*Pattern)
	}
	usual := map[string]string{
		"Partition": examplePartition, "Region": exampleRegion, "Account": exampleAccount,
	}
	some := map[string]string{"Account": "????????????"}
	list := []*Pattern{
		literalPattern(fillFormat(strings.ReplaceAll(format, "*", "${Any}"))),
		literalPattern(strings.ReplaceAll(replacePlaceholders(format, usual), "*", "?*")),
		literalPattern(strings.ReplaceAll(replacePlaceholders(format, some), "*", "?*")),
		formPattern(format),
	}
	exampleForms.Store(format, list)
	return list
}

var (
	anyExample   = []*Pattern{everything()}
	exampleForms sync.Map // by format, of which the catalog has a few thousand
)

// A member is a request being made up.
type member struct {
	solver  *solver
	modern  bool // the document has policy variables
	area    area
	known   bindings
	request Request
}

// fill fills in everything but the action.
func (m *member) fill(format string, form *Pattern, s *policy.Statement) bool {
	return m.fillKeys() && m.fillWho() && m.fillResource(format, form, s) && m.fillVariables(s)
}

// fillVariables gives the policy variables of negated elements values: a statement
// does not apply where one of them has none.
func (m *member) fillVariables(s *policy.Statement) bool {
	if s == nil || !m.modern {
		return true
	}
	lists := []policy.List{s.NotResource}
	for i := range s.Condition.Entries {
		lists = append(lists, s.Condition.Entries[i].List)
	}
	for _, l := range lists {
		for name := range variables(l) {
			if _, ok := m.value(symbol{name: name, variable: true}); !ok {
				return false
			}
		}
	}
	return true
}

func (m *member) fillResource(format string, form *Pattern, s *policy.Statement) bool {
	if format == "*" {
		m.request.Resource = "*"
		return m.solver.findResource(m.area.resources).star
	}
	if s != nil && m.fillLike(format, s) {
		return true
	}
	w, answer := m.solver.resourceOf(m.area.resources, form, false)
	if answer != Yes {
		return false
	}
	text, ok := m.text(w)
	m.request.Resource = text
	return ok && isLegal(text) && (format == "" || isOfFormat(text, format))
}

// fillLike tries a resource that looks like one that the statement names.
func (m *member) fillLike(format string, s *policy.Statement) bool {
	if !s.Resource.Present() {
		return false
	}
	for _, v := range widestFirst(s.Resource.Values) {
		if len(v.Text()) > maxFilled {
			continue
		}
		p := ResourcePattern(v, m.modern)
		if len(p.symbols) > 0 {
			if m.fillWithSymbols(format, v, p) {
				return true
			}
		} else if text, ok := fillARN(format, p); ok && m.inArea(text) {
			m.request.Resource = text
			return true
		}
	}
	for _, part := range m.area.resources.list {
		if part.out || part.demand.resources.not {
			continue
		}
		for _, p := range part.demand.resources.patterns[:min(len(part.demand.resources.patterns), maxMembers)] {
			if len(p.tokens) > maxFilled {
				continue
			}
			if text, ok := fillARN(format, p); ok && m.inArea(text) {
				m.request.Resource = text
				return true
			}
		}
	}
	return false
}

// widestFirst returns some of the values, "*" before the others.
func widestFirst(values []policy.Value) []policy.Value {
	values = values[:min(len(values), maxMembers)]
	if i := slices.IndexFunc(values, policy.Value.AllWildcard); i > 0 {
		return slices.Concat(values[i:i+1], values[:i], values[i+1:])
	}
	return values
}

// fillWithSymbols gives the symbols of a value of the statement values. Whether
// the resource is in the area is left to the evaluator.
func (m *member) fillWithSymbols(format string, v policy.Value, p *Pattern) bool {
	with := &member{solver: m.solver, area: m.area, modern: m.modern, known: maps.Clone(m.known), request: *m.request.clone()}
	for _, s := range p.symbols {
		if _, ok := with.value(s); !ok {
			return false
		}
	}
	text, ok := fillARN(format, resourcePattern(v, m.modern, with.known))
	if ok {
		*m = *with
		m.request.Resource = text
	}
	return ok
}

// inArea says whether the resource certainly meets the area's demands.
func (m *member) inArea(resource string) bool {
	literal := literalResource(resource)
	for _, p := range m.area.resources.list {
		set := p.demand.resources
		in := set.all
		for _, pattern := range set.patterns {
			answer := pattern.matches(literal)
			if answer == Unknown {
				return false
			}
			in = in || answer == Yes
		}
		if !set.all && set.not {
			in = !in
		}
		if in == p.out {
			return false
		}
	}
	return true
}

func (m *member) fillKeys() bool {
	for _, k := range m.area.keys {
		found := m.solver.findKey(k.conjunction)
		if found.answer != Yes {
			return false
		}
		if found.point.values == nil {
			continue
		}
		values := make([]string, len(found.point.values))
		for i, w := range found.point.words {
			values[i] = found.point.values[i]
			if w != nil {
				text, ok := m.text(w)
				if !ok {
					return false
				}
				values[i] = text
			}
		}
		m.set(writtenKey(k), values)
	}
	return true
}

// writtenKey returns the key as a policy writes it.
func writtenKey(k keyConjunction) string { return k.list[0].demand.key.written }

func (m *member) set(key string, values []string) {
	if m.request.Context == nil {
		m.request.Context = map[string][]string{}
	}
	m.request.Context[key] = values
	if len(values) == 1 {
		m.known[variableName(key)] = values[0]
	}
}

func (m *member) fillWho() bool {
	if len(m.area.principals.list) == 0 {
		return true
	}
	w := m.solver.findWho(m.area.principals).who
	if i := slices.IndexFunc(m.area.keys, func(k keyConjunction) bool { return k.key == "aws:principalaccount" }); i >= 0 {
		found, ok := m.solver.callerOf(m.area, &m.area.keys[i])
		if !ok {
			return false
		}
		w = found
		if values := accountValues(w); values != nil {
			m.set(writtenKey(m.area.keys[i]), values)
		} else {
			delete(m.request.Context, writtenKey(m.area.keys[i]))
		}
	}
	m.request.Principal = w.String()
	if named, ok := m.whoByARN(); ok {
		m.request.Principal = named
	}
	return !w.unknown.unknown
}

// whoByARN returns the caller that the request's aws:PrincipalArn is of, if it
// meets the area's demands.
func (m *member) whoByARN() (string, bool) {
	for key, values := range m.request.Context {
		if !strings.EqualFold(key, "aws:PrincipalArn") || len(values) != 1 {
			continue
		}
		c, ok := parseCaller(values[0])
		if ok && c.kind == roleCaller {
			c, ok = parseCaller("arn:" + c.partition + ":sts::" + c.account + ":assumed-role/" + c.name + "/" + exampleName)
		}
		if ok && !anyOf(m.area.principals.list, func(p part) bool { return p.demand.principals.has(who{caller: c}) == p.out }) {
			return c.text, true
		}
	}
	return "", false
}

// text returns what a word is with values for its symbols. Those of policy
// variables go into the request's context.
func (m *member) text(w *word) (string, bool) {
	var b strings.Builder
	for _, t := range w.tokens {
		switch {
		case t == other:
			b.WriteRune(rune(w.other()))
		case !t.isSymbol():
			b.WriteRune(rune(t))
		default:
			text, ok := m.value(w.symbols[t.index()])
			if !ok {
				return "", false
			}
			b.WriteString(text)
		}
	}
	return b.String(), true
}

// value returns what a symbol is.
func (m *member) value(s symbol) (string, bool) {
	if text, ok := m.known[s.name]; ok && s.name != "" {
		return text, true
	}
	if s.variable {
		name, isVariable := strings.CutPrefix(s.name, variableName(""))
		if !isVariable || strings.Contains(name, ",") {
			return "", false
		}
		text := exampleOf(name)
		m.set(name, []string{text})
		return text, true
	}
	text, ok := examples[s.form]
	if !ok || s.name == "" {
		return "", false
	}
	m.known[s.name] = text
	return text, true
}

// clone returns a copy that the caller may keep.
func (r *Request) clone() *Request {
	c := *r
	c.Context = maps.Clone(r.Context)
	return &c
}
