package terraform

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// A find is a policy at a site, with the address of the instance if it is not
// the same for all instances.
type find struct {
	*policy.Document
	address  string
	variants []*policy.Document // of single instances
}

// documents returns the policies that the site may hold: several if that
// depends on something that is not known, or on the instance.
func (st site) documents() []find {
	address := st.scope.qualified(st.block)
	found, open := st.resolve(st.scope, address)
	if !open || len(found) > 0 {
		return st.withVariants(found)
	}
	for _, e := range st.scope.elements(st.block) {
		more, _ := st.resolveInstance(e)
		found = append(found, more...)
	}
	if len(found) == 0 && !st.guess && !st.holder.none {
		at := st.scope.span(st.expr.Range())
		found = []find{{Document: unresolved(at, st.hole()), address: address}}
	}
	return found
}

func (st site) resolveInstance(e element) (found []find, open bool) {
	inner := *st.scope
	inner.element = e
	return st.resolve(&inner, inner.qualified(st.block)+"["+show(e.key)+"]")
}

// withVariants adds what single instances of the block make of the policies
// that are written in it, where more is known of them.
func (st site) withVariants(found []find) []find {
	if !st.block.counted() || !refersToInstance(bytesOf(st.scope.file, st.expr.Range())) {
		return found
	}
	worthIt := false
	for _, f := range found {
		if st.scope.blockOf[f.Document] == nil {
			f.Instances = st.scope.addresses(st.block)
			worthIt = worthIt || vague(f.Document)
		}
	}
	if !worthIt {
		return found
	}
	for _, e := range st.scope.knownElements(st.block).known {
		own, _ := st.resolveInstance(e)
		for _, o := range own {
			st.addVariant(found, o)
		}
	}
	return found
}

// addVariant adds a policy of one instance to the one that is written in the
// same place.
func (st site) addVariant(found []find, v find) {
	i := slices.IndexFunc(found, func(f find) bool { return f.Span == v.Span && f.Document != v.Document })
	if i < 0 || st.scope.blockOf[v.Document] != nil || !vague(found[i].Document) || slices.Contains(found[i].variants, v.Document) {
		return
	}
	if st.scope.another(v.Head) {
		v.Name = v.address
		found[i].variants = append(found[i].variants, v.Document)
	}
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
			found = append(found, find{Document: d, address: address})
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
