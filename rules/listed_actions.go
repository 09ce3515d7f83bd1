package rules

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// listedActions are the values of the Action and NotAction elements of a
// policy, each looked up once for all rules. Nearly all are actions that exist.
type listedActions struct {
	policy *policy.Document
	found  []*catalog.Action // by value; nil if it is not known to be an action
	starts []int             // in found, by statement
	odd    []oddAction
}

// An oddAction is a pattern, or does not exist, or is not known.
type oddAction struct {
	statement *policy.Statement
	value     *policy.Value
}

// listedActions returns those of the policy.
func (p *Pass) listedActions() *listedActions {
	l := &p.shared.actions
	if l.policy != p.Policy {
		l.look(p.Catalog, p.Policy)
	}
	return l
}

// oddActions goes through what Action and NotAction hold and is no action that
// exists, as few do.
func (p *Pass) oddActions() iter.Seq2[*policy.Statement, policy.Value] {
	return func(yield func(*policy.Statement, policy.Value) bool) {
		for _, a := range p.listedActions().odd {
			if !yield(a.statement, *a.value) {
				return
			}
		}
	}
}

// of returns what the values of the statement's Action are, nil for odd ones.
func (l *listedActions) of(s *policy.Statement) []*catalog.Action {
	start := l.starts[s.Index]
	return l.found[start : start+len(s.Action.Values)]
}

func (l *listedActions) look(c *catalog.Catalog, d *policy.Document) {
	l.policy = d
	l.found, l.starts, l.odd = l.found[:0], l.starts[:0], l.odd[:0]
	services := serviceCache{catalog: c}
	for _, s := range d.Statements {
		l.starts = append(l.starts, len(l.found))
		l.add(s, s.Action.Values, &services)
		l.add(s, s.NotAction.Values, &services)
	}
}

func (l *listedActions) add(s *policy.Statement, values []policy.Value, services *serviceCache) {
	for i := range values {
		a := services.action(&values[i])
		l.found = append(l.found, a)
		if a == nil {
			l.odd = append(l.odd, oddAction{s, &values[i]})
		}
	}
}

// A serviceCache remembers the service asked for last: actions of one service
// mostly stand together.
type serviceCache struct {
	catalog *catalog.Catalog
	prefix  string
	service *catalog.Service
}

func (c *serviceCache) get(prefix string) *catalog.Service {
	if c.prefix != prefix {
		c.prefix, c.service = prefix, c.catalog.Service(prefix)
	}
	return c.service
}

// action returns the action that the value is, or nil.
func (c *serviceCache) action(v *policy.Value) *catalog.Action {
	text, known := v.Literal()
	i := strings.IndexByte(text, ':')
	if !known || i < 0 {
		return nil
	}
	if service := c.get(text[:i]); service != nil {
		return service.Action(text[i+1:])
	}
	return nil
}
