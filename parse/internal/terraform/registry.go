package terraform

import (
	"cmp"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/parse/internal/grammar"
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
	doc   *policy.Document
	data  bool // it is a data document
	uses  []usage
	parts []part // documents that it goes into
	local string // the local that it is written in
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
		if b.kind() == "aws_iam_policy_document" {
			r.entry(r.dataDocument(b)).data = true
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
	r.collectLocals()
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
		if d := s.documentOf(v); d != nil && (v.document() != nil || looksLikePolicy(d)) {
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

// purposes returns what a policy is used for, in order of its uses: what the
// documents that it goes into are used for, if nothing uses it itself.
func (r *registry) purposes(e *entry, seen map[*entry]bool) []purpose {
	var all []purpose
	seen[e] = true
	for _, u := range e.uses {
		if u.known && !slices.Contains(all, u.purpose) {
			all = append(all, u.purpose)
		}
	}
	if len(all) > 0 {
		return all
	}
	for _, p := range e.parts {
		whole := r.entries[p.of]
		if whole == nil || seen[whole] {
			continue
		}
		for _, q := range r.purposes(whole, seen) {
			if !slices.Contains(all, q) {
				all = append(all, q)
			}
		}
	}
	return all
}

// forPurposes fills in what a document is used for. Where that is several
// things, there is a document for each.
func (r *registry) forPurposes(e *entry) []*policy.Document {
	purposes := r.purposes(e, map[*entry]bool{})
	if len(purposes) == 0 {
		e.doc.Guessed = !e.doc.Unresolved
		if e.doc.Guessed {
			e.doc.Kind, e.doc.Service = grammar.GuessKind(e.doc)
		}
		e.doc.Uses = e.useOf(nil)
		return []*policy.Document{e.doc}
	}
	all := []*policy.Document{e.doc}
	for range purposes[1:] {
		twin := *e.doc
		twin.Twin = e.doc
		all = append(all, &twin)
	}
	for i, p := range purposes {
		d := all[i]
		d.Kind, d.Service, d.NoResource = p.kind, p.service, p.noResource
		d.Uses = e.useOf(&p)
		d.Owner = e.owner(p)
	}
	return all
}

// useOf returns the uses for a purpose, and those of which the purpose is not
// known.
func (e *entry) useOf(p *purpose) []policy.Use {
	var uses []policy.Use
	for _, u := range e.uses {
		if !u.known || p == nil || u.purpose == *p {
			uses = append(uses, u.Use)
		}
	}
	for _, part := range e.parts {
		uses = append(uses, part.use)
	}
	slices.SortStableFunc(uses, func(a, b policy.Use) int { return strings.Compare(a.Address, b.Address) })
	return uses
}

// owner returns the ARN of the resource that a policy is attached to, if that
// is one.
func (e *entry) owner(p purpose) *policy.Value {
	var owner *policy.Value
	for _, u := range e.uses {
		if u.purpose != p || u.owner == nil {
			continue
		}
		if owner != nil && !owner.Same(*u.owner) {
			return nil
		}
		owner = u.owner
	}
	return owner
}

// asBoundary makes of the use in a managed policy one as a permissions
// boundary if that is what the managed policy is used for, and adds one if it
// is used for that too.
func (r *registry) asBoundary(e *entry) {
	for i, u := range e.uses {
		if u.block == nil || !r.boundaries[u.block] || u.kind != policy.Identity {
			continue
		}
		u.kind = policy.Boundary
		if r.attached[u.block] {
			e.uses = append(e.uses, u)
		} else {
			e.uses[i] = u
		}
	}
}
