package terraform

import (
	"cmp"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A registry holds the policies of a module while it is found out what each is
// used for.
type registry struct {
	*instance
	entries map[*policy.Document]*entry
	order   []*entry
	held    map[heldKey][]*policy.Document // by the attribute that holds them

	boundaries map[*block]bool // policies that are used as permissions boundaries
	attached   map[*block]bool // policies that are attached to identities
}

type heldKey struct {
	block     *block
	attribute string
}

// An entry is one policy.
type entry struct {
	doc *policy.Document
	// variants are what single instances make of it, where more is known of them.
	variants []*policy.Document
	uses     []usage
	parts    []part // documents that it goes into
	written  string // the address of the local or output that it is written in
}

// A usage is a use of a policy, with what it is used for there.
type usage struct {
	policy.Use
	purpose
	known bool   // purpose is; it is not for arguments of modules
	place string // see site.place
	owner *policy.Value
	block *block
}

// A purpose is what decides how a policy is judged.
type purpose struct {
	kind       policy.Kind
	service    string
	noResource bool
}

func newRegistry(in *instance) *registry {
	return &registry{
		instance: in, entries: map[*policy.Document]*entry{}, held: map[heldKey][]*policy.Document{},
		boundaries: map[*block]bool{}, attached: map[*block]bool{},
	}
}

// entry returns the entry of a document.
func (r *registry) entry(d *policy.Document) *entry {
	e := r.entries[d]
	if e == nil {
		e = &entry{doc: d}
		r.entries[d] = e
		r.order = append(r.order, e)
	}
	return e
}

// collect finds all policies of the module and what they are used for.
func (r *registry) collect() {
	for _, b := range r.data {
		if makesDocument(b.kind()) {
			d := r.dataDocument(b)
			e := r.entry(d)
			e.variants = r.variants(b, d)
			d.Instances = r.addresses(b)
		}
	}
	for _, b := range r.resources {
		for _, st := range r.sites(b) {
			r.collectSite(st)
		}
	}
	for _, b := range r.calls {
		r.collectCall(b)
	}
	r.collectUnused()
	for d, parts := range r.instance.parts {
		if e := r.entries[d]; e != nil {
			e.parts = parts
		}
	}
}

func (r *registry) collectSite(st site) {
	kind, ok := st.kindOf()
	if !ok {
		return
	}
	u := usage{Use: st.use(), known: true, place: st.place(), block: st.block}
	u.purpose = purpose{kind, st.holder.service, st.holder.noResource}
	for _, d := range st.documents() {
		if u.owner == nil {
			u.owner = st.owner()
		}
		u.Address = d.address
		e := r.entry(d.Document)
		e.variants = append(e.variants, d.variants...)
		e.uses = append(e.uses, u)
		key := heldKey{st.block, st.holder.path()}
		r.held[key] = append(r.held[key], d.Document)
	}
}

// collectCall finds policies that are given to a module.
func (r *registry) collectCall(b *block) {
	s := r.in(b, element{})
	for _, name := range sortedNames(b.Body.Attributes) {
		a := b.attribute(name)
		if !mayHoldPolicy(a.Expr) {
			continue
		}
		r.collectArgument(s, b, name, s.eval(a.Expr), policy.Use{
			Address: r.qualified(b), Attribute: name, Span: s.span(a.Expr.Range()),
		})
	}
}

func (r *registry) collectArgument(s *scope, b *block, name string, v *value, use policy.Use) {
	if !r.spend(1, use.Span) {
		return
	}
	for _, v := range v.possible() {
		for _, item := range v.items {
			r.collectArgument(s, b, name, item, use)
		}
		for _, f := range v.fields {
			inner := use
			inner.Attribute += "." + f.name()
			r.collectArgument(s, b, name, f.value, inner)
		}
		if v.each != nil {
			r.collectArgument(s, b, name, v.each, use)
		}
		if d := s.likelyDocument(v); d != nil {
			e := r.entry(d)
			e.uses = append(e.uses, usage{Use: use, place: use.Attribute, block: b})
		}
	}
}

// finish gives each policy its name and kind, and returns them all by place.
func (r *registry) finish() []*policy.Document {
	var all []*policy.Document
	for _, e := range r.order {
		r.asBoundary(e)
		slices.SortStableFunc(e.uses, func(a, b usage) int {
			return cmp.Or(strings.Compare(a.Address, b.Address), strings.Compare(a.Attribute, b.Attribute))
		})
	}
	for _, e := range r.order {
		all = append(all, r.forPurposes(e)...)
	}
	slices.SortStableFunc(all, func(a, b *policy.Document) int { return r.compare(a.Span, b.Span) })
	r.name(all)
	return all
}
