package terraform

import (
	"bytes"
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// varies says whether the instances of a block may differ: something in it
// refers to which instance it is.
func (b *block) varies() bool {
	return b.counted() && refersToInstance(bytesOf(b.file, b.Range()))
}

// refersToInstance looks for each.key, each.value and count.index.
func refersToInstance(text []byte) bool {
	return bytes.Contains(text, []byte("each.")) || bytes.Contains(text, []byte("count."))
}

// ofInstance returns the document that one instance of a data block makes, if
// the value is the text of that, and it is known that there is such an instance.
// Otherwise it is the document given.
func (in *instance) ofInstance(v *value, d *policy.Document) *policy.Document {
	b := in.blockOf[d]
	if b == nil || v.element.symbolic() || !b.varies() {
		return d
	}
	for _, el := range in.knownElements(b).known {
		if idOf(el.key) == idOf(v.element.key) {
			return in.instanceDocument(b, el, d)
		}
	}
	return d
}

// instanceDocument returns the document that an instance of a data block makes.
// Where that is part of a cycle, or there have been too many, it is the one
// given.
func (in *instance) instanceDocument(b *block, el element, whole *policy.Document) *policy.Document {
	key := attrKey{block: b, key: idOf(el.key)}
	d, ok := in.documents[key]
	if !ok {
		if !in.another(whole.Head) {
			return whole
		}
		in.documents[key] = nil
		d = in.readDocument(b, el)
		in.documents[key] = d
	}
	if d == nil {
		return whole
	}
	return d
}

// another says whether one more instance is to be looked at on its own.
func (in *instance) another(at policy.Span) bool {
	if in.varied++; in.varied <= maxVaried {
		return true
	}
	in.stop(at, "varied", "the instances of a policy are not looked at one by one: there are too many")
	return false
}

// variants returns the documents that the instances of a data block make, if
// more is known of one of them than of all.
func (r *registry) variants(b *block, d *policy.Document) (variants []*policy.Document) {
	if d == nil || !b.varies() || !vague(d) {
		return nil
	}
	for _, el := range r.knownElements(b).known {
		if v := r.instanceDocument(b, el, d); v != d {
			variants = append(variants, v)
		}
	}
	return variants
}

// vague says whether so much of a document is not known that single instances
// of it deserve a look: not only names in it differ, but what it grants.
func vague(d *policy.Document) bool {
	return d.Open() || slices.ContainsFunc(d.Statements, func(s *policy.Statement) bool {
		return s.Open() || s.EffectValue != nil && !s.EffectValue.Known() ||
			!s.Action.Known() || !s.NotAction.Known() || vagueList(s.Resource) || vagueList(s.NotResource) ||
			vaguePrincipals(s.Principal) || vaguePrincipals(s.NotPrincipal) || vagueConditions(s.Condition)
	})
}

func vagueList(l policy.List) bool {
	return l.Open() || slices.ContainsFunc(l.Values, policy.Value.Unknown)
}

func vaguePrincipals(p policy.Principals) bool {
	return p.Open() || slices.ContainsFunc(p.Sets, func(s policy.PrincipalSet) bool { return vagueList(s.List) })
}

func vagueConditions(c policy.Conditions) bool {
	return len(c.Rest) > 0 || slices.ContainsFunc(c.Entries, func(e policy.Condition) bool {
		return !e.Operator.Known() || !e.Variable.Known() || vagueList(e.List)
	})
}

// addresses returns the addresses of the instances of a block, if it may have
// several and it is known which.
func (in *instance) addresses(b *block) []string {
	var all []string
	for _, el := range in.elements(b) {
		all = append(all, in.qualified(b)+"["+show(el.key)+"]")
	}
	return all
}
