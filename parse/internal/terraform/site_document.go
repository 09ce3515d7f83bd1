package terraform

import (
	"github.com/iamlint/iamlint/policy"
)

// A find is a policy at a site, with the address of the instance if it is not
// the same for all instances.
type find struct {
	*policy.Document
	address string
}

// documents returns the policies that the site may hold: several if that
// depends on something that is not known, or on the instance.
func (st site) documents() []find {
	address := st.scope.qualified(st.block)
	found, open := st.resolve(st.scope, address)
	if !open || len(found) > 0 {
		return found
	}
	for _, e := range st.scope.elements(st.block) {
		inner := *st.scope
		inner.element = e
		more, _ := st.resolve(&inner, address+"["+show(e.key)+"]")
		found = append(found, more...)
	}
	if len(found) == 0 && !st.guess && !st.holder.none {
		at := st.scope.span(st.expr.Range())
		found = []find{{unresolved(at, st.hole()), address}}
	}
	return found
}

func (st site) hole() policy.Hole {
	v := st.scope.eval(st.expr)
	if t, ok := v.asText(); ok && !t.Known() {
		return t.Holes()[0]
	}
	return st.scope.hole(st.expr)
}

// resolve evaluates the site. It is open if something is not known that may be
// a policy.
func (st site) resolve(s *scope, address string) (found []find, open bool) {
	for _, v := range s.eval(st.expr).possible() {
		read := s.documentOf
		if st.guess || st.holder.none {
			read = s.likelyDocument
		}
		d := read(v)
		switch {
		case d == nil:
			open = open || v.kind == unknown || v.kind == str && v.text.Prefix() == "" && !v.text.Known()
		case st.holder.none && v.document() == nil:
		default:
			found = append(found, find{d, address})
		}
	}
	return found, open
}

// looksLikePolicy says whether a document has statements with an effect.
func looksLikePolicy(d *policy.Document) bool {
	for _, st := range d.Statements {
		if st.EffectValue != nil || st.Effect != policy.NoEffect {
			return true
		}
	}
	return false
}

// elements returns the instances of a block, if it is known which there are.
func (s *scope) elements(b *block) []element {
	if !b.counted() {
		return nil
	}
	all := s.instances(blockValue(b, element{}))
	if all.open() {
		return nil
	}
	var out []element
	for _, item := range append(all.items, valuesOf(all)...) {
		out = append(out, item.element)
	}
	return out
}
