package rules

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A conditionEntry is one entry of a Condition element, taken apart.
type conditionEntry struct {
	*policy.Condition
	statement *policy.Statement
	index     int // in the statement's entries

	op   access.Operator // zero if the operator is not known, or there is none of that name
	name string          // of the key, in lower case; empty if it is not known
	key  *conditionKey   // nil if nothing is known of the key
}

// conditionEntries returns the entries of all Condition elements of the policy,
// each taken apart once for all rules.
func (p *Pass) conditionEntries() []conditionEntry {
	e := &p.shared.entries
	if e.policy != p.Policy {
		e.take(p.Catalog, p.Policy)
	}
	return e.all
}

// comparisons goes through the entries whose operator is known, and exists.
func (p *Pass) comparisons() iter.Seq[*conditionEntry] {
	return func(yield func(*conditionEntry) bool) {
		entries := p.conditionEntries()
		for i := range entries {
			if entries[i].op.Family != access.NoOperator && !yield(&entries[i]) {
				return
			}
		}
	}
}

// conditionKey returns what is known of a key, given in any case.
func (p *Pass) conditionKey(name string) *conditionKey {
	return p.shared.entries.keyOf(p.Catalog, name)
}

type conditionEntries struct {
	policy *policy.Document
	all    []conditionEntry

	// What policies name is the same again and again.
	keys      map[string]*conditionKey
	operators map[string]access.Operator
}

// maxRemembered keeps hostile input from filling the memory.
const maxRemembered = 1 << 13

func (c *conditionEntries) take(cat *catalog.Catalog, d *policy.Document) {
	c.policy, c.all = d, c.all[:0]
	for _, s := range d.Statements {
		for i := range s.Condition.Entries {
			e := conditionEntry{Condition: &s.Condition.Entries[i], statement: s, index: i}
			if text, known := e.Operator.Literal(); known {
				e.op = c.operator(text)
			}
			if text, known := e.Variable.Literal(); known {
				e.key = c.keyOf(cat, text)
				e.name = e.key.name
			} else {
				e.key = taggedKey(cat, e.Variable.Prefix())
			}
			c.all = append(c.all, e)
		}
	}
}

func (c *conditionEntries) operator(text string) access.Operator {
	op, ok := c.operators[text]
	if !ok {
		if c.operators == nil || len(c.operators) >= maxRemembered {
			c.operators = map[string]access.Operator{}
		}
		text = strings.Clone(text) // not to keep the file
		op = access.ParseOperator(text)
		c.operators[text] = op
	}
	return op
}

func (c *conditionEntries) keyOf(cat *catalog.Catalog, name string) *conditionKey {
	k, ok := c.keys[name]
	if !ok {
		if c.keys == nil || len(c.keys) >= maxRemembered {
			c.keys = map[string]*conditionKey{}
		}
		name = strings.Clone(name)
		k = conditionKeyOf(cat, name)
		c.keys[name] = k
	}
	return k
}

// taggedKey returns what is known of a key that starts like this, if the rest is
// the name of a tag, which makes no difference; nil if nothing is.
func taggedKey(c *catalog.Catalog, prefix string) *conditionKey {
	i := strings.IndexByte(prefix, '/') + 1
	if i == 0 {
		return nil
	}
	k := conditionKeyOf(c, prefix[:i]+"x")
	if k.is(prefix[:i]) || k.sort == unknownKey && !hasKeysUnder(c, k.prefix, prefix[:i]) {
		return k
	}
	return nil
}

// hasKeysUnder says whether there are keys of the service whose names begin so.
func hasKeysUnder(c *catalog.Catalog, service, begin string) bool {
	keys := c.GlobalConditionKeys()
	if s := c.Service(service); s != nil {
		keys = s.ConditionKeys()
	}
	for i := range keys {
		if name := keys[i].Name; len(name) > len(begin) && strings.EqualFold(name[:len(begin)], begin) {
			return true
		}
	}
	return false
}

// valueType returns the type of the key's values, such as "String"; empty if it
// is not known.
func (e *conditionEntry) valueType() string {
	if e.key == nil {
		return ""
	}
	return e.key.valueType()
}

// ceilings are the kinds of policies that grant nothing: what an Allow there
// lets through is still to be allowed elsewhere.
const ceilings = policy.SCP | policy.RCP | policy.Boundary | policy.Session | policy.VPCEndpoint

// grants says whether the statement gives access, and is not a ceiling.
func (p *Pass) grants(s *policy.Statement) bool {
	return s.Effect == policy.Allow && !p.Policy.Kind.Is(ceilings)
}
