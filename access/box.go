package access

import (
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/iamlint/iamlint/policy"
)

// A box is the set of requests that a statement matches: those that meet its
// demands on the action, the resource, who asks, and each condition key. A
// negated element is a complement within one of them, so that every statement is
// one box.
type box struct {
	statement *policy.Statement
	demands   []demand
	actions   *actionSet // that of the demand on the action
	none      bool       // there is no request in it, or none for certain
}

// A demand is what one element of a statement, or one entry of its Condition,
// demands of a request. One of the sets is there.
type demand struct {
	actions    *actionSet
	resources  *textSet
	principals *principalSet
	key        *keySet
	id         int64 // no other has it
}

// An actionSet is a set of actions: those of the catalog as bits, and what the
// patterns match besides.
type actionSet struct {
	known  actionBits
	beyond textSet // of names that the catalog does not have
}

// newBox returns the statement's box, as it is to be used. It is not ok if the
// statement lacks an element, has one too many, or may have more elements than
// are known: then nothing can be said of it.
func (c *compiler) newBox(s *policy.Statement, as side) (b *box, ok bool) {
	b = &box{statement: s}
	if s.Optional && (as == covers || as == isShown) {
		b.none = true
	}
	switch {
	case s.Open() || s.Action.Present() == s.NotAction.Present(), s.Resource.Present() && s.NotResource.Present(),
		s.Principal.Present() && s.NotPrincipal.Present():
		return b, false
	}
	list, not := s.Actions()
	d := c.demand("action", list, not, as, func() demand { return demand{actions: c.newActionSet(list, not, as)} })
	b.actions = d.actions
	b.demands = append(b.demands, d)
	if p := newPrincipalSet(s, as); p != nil {
		b.demands = append(b.demands, demand{principals: p, id: lastDemand.Add(1)})
	} else if c.doc.Kind.Is(policy.Resource | policy.Trust) {
		b.none = true // never applies
	}
	list, not = s.Resources()
	switch {
	case list.Present():
		b.demands = append(b.demands, c.demand("resource", list, not, as, func() demand {
			return demand{resources: c.newResourceSet(list, not, as)}
		}))
		if not && as == covers && c.modern && hasVariable(list) {
			b.none = true // does not apply where the variable has no value
		}
	case !c.doc.NoResource && !c.doc.Kind.Is(policy.Trust):
		return b, false
	}
	c.addConditions(b, as)
	return b, true
}

// lastDemand is the number that a demand got last.
var lastDemand atomic.Int64

// maxInterned is how many values an element may have so that it is looked up
// whether another one is the same.
const maxInterned = 8

// demand returns the demand that an element makes. Those that certainly are the
// same are one: what is found out about it is then known.
func (c *compiler) demand(what string, l policy.List, not bool, as side, make func() demand) demand {
	key := ""
	if len(l.Values) <= maxInterned && clear(l) {
		var b strings.Builder
		b.WriteString(what)
		b.WriteString(strconv.FormatBool(not))
		for _, v := range l.Values {
			b.WriteByte(0)
			b.WriteString(v.Text())
		}
		if what != "action" && what != "resource" {
			b.WriteByte(byte(as))
		}
		key = b.String()
		if d, ok := c.demands[key]; ok {
			return d
		}
	}
	d := make()
	d.id = lastDemand.Add(1)
	if key != "" {
		if c.demands == nil {
			c.demands = map[string]demand{}
		}
		c.demands[key] = d
	}
	return d
}

// clear says whether the list is the same on all sides: it has neither holes nor
// policy variables.
func clear(l policy.List) bool {
	return l.Known() && !slices.ContainsFunc(l.Values, func(v policy.Value) bool { return strings.Contains(v.Text(), "${") })
}

func (c *compiler) addConditions(b *box, as side) {
	condition := b.statement.Condition
	if len(condition.Rest) > 0 && !as.over() {
		b.none = true
	}
	for i := range condition.Entries {
		entry := &condition.Entries[i]
		k, ok := newKeySet(entry, c.modern, as)
		switch {
		case ok:
			b.demands = append(b.demands, c.demand(entry.Operator.Text()+" "+k.key, entry.List, false, as, func() demand {
				return demand{key: k}
			}))
		case !as.over():
			b.none = true
		}
		if ok && as == covers && c.modern && strings.Contains(strings.ToLower(entry.Operator.Text()), "not") && hasVariable(entry.List) {
			b.none = true
		}
	}
}

func (c *compiler) newResourceSet(l policy.List, not bool, as side) *textSet {
	s := &textSet{not: not, read: as.reading(not), star: not}
	for _, v := range l.Values {
		p := ResourcePattern(v, c.modern).opaque()
		if p.All() {
			s.star = !not
		}
		s.patterns = append(s.patterns, p)
	}
	s.leave(l.Open(), as)
	return s
}

// leave takes account of patterns that there may be besides.
func (s *textSet) leave(open bool, as side) {
	switch {
	case open && as.over() && !s.not:
		s.all, s.star = true, true
	case open && !as.over() && s.not:
		s.patterns, s.not, s.star = nil, false, false
	}
}

func (c *compiler) newActionSet(l policy.List, not bool, as side) *actionSet {
	a := &actionSet{beyond: textSet{not: not, read: as.reading(not)}}
	table := c.table
	for _, v := range l.Values {
		text, known := v.Literal()
		if !known { // any action of that form, or none for certain
			text = v.Shape()
			if as.over() == not {
				continue
			}
		}
		if table.add(&a.known, text) {
			a.beyond.patterns = append(a.beyond.patterns, actionPattern(text))
		}
	}
	if not {
		a.known = table.every.without(a.known)
	}
	a.beyond.leave(l.Open(), as)
	if a.beyond.all {
		a.known = table.every
	} else if l.Open() && not && !as.over() {
		a.known = actionBits{}
	}
	return a
}

// A compiler makes boxes of one document's statements.
type compiler struct {
	doc    *policy.Document
	table  *actionTable
	modern bool

	boxes   [4]map[*policy.Statement]*box
	demands map[string]demand
}

func newCompiler(table *actionTable, d *policy.Document) *compiler {
	return &compiler{doc: d, table: table, modern: d.Modern()}
}

// box returns the statement's box, or nil if nothing can be said of it. Without
// holes it is the same on all sides.
func (c *compiler) box(s *policy.Statement, as side) *box {
	if b, ok := c.boxes[as][s]; ok {
		return b
	}
	b, ok := c.newBox(s, as)
	if !ok {
		b = nil
	}
	sides := []side{as}
	if !unclearStatement(s) {
		sides = []side{isCovered, covers, isShown, denies}
	}
	for _, as := range sides {
		if c.boxes[as] == nil {
			c.boxes[as] = map[*policy.Statement]*box{}
		}
		c.boxes[as][s] = b
	}
	return b
}

// unclearStatement says whether the statement has holes or policy variables, or
// may have more than is known.
func unclearStatement(s *policy.Statement) bool {
	if s.Optional || s.Open() || len(s.Condition.Rest) > 0 || s.Principal.Open() || s.NotPrincipal.Open() {
		return true
	}
	for _, l := range []policy.List{s.Action, s.NotAction, s.Resource, s.NotResource} {
		if !clear(l) {
			return true
		}
	}
	for i := range s.Condition.Entries {
		e := &s.Condition.Entries[i]
		if !clear(e.List) || !e.Operator.Known() || !e.Variable.Known() || ParseOperator(e.Operator.Text()).Family == ARNOperator {
			return true
		}
	}
	for _, p := range []policy.Principals{s.Principal, s.NotPrincipal} {
		for _, set := range p.Sets {
			if !clear(set.List) {
				return true
			}
		}
	}
	return false
}

// actionsLike returns the actions that a pattern matches.
func (c *compiler) actionsLike(pattern string) *actionSet {
	set := &actionSet{}
	if c.table.add(&set.known, pattern) {
		set.beyond.patterns = []*Pattern{actionPattern(pattern)}
	}
	return set
}
